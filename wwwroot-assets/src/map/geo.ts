import type { Bounds, LatLon } from './types';

/** The longitude that is a whole number of turns from `lon` and nearest to `reference`. */
export function nearestTurn(lon: number, reference: number): number {
  return lon + 360 * Math.round((reference - lon) / 360);
}

/** A line whose longitudes run on past ±180 instead of jumping, starting near `reference`. */
export function unwrap(points: readonly LatLon[], reference?: number): LatLon[] {
  let last = reference ?? points[0]?.[1] ?? 0;
  return points.map(([lat, lon]) => {
    last = nearestTurn(lon, last);
    return [lat, last];
  });
}

/** A longitude brought into −180 to 180. */
export function wrapLongitude(lon: number): number {
  const wrapped = ((((lon + 180) % 360) + 360) % 360) - 180;
  return wrapped === -180 && lon > 0 ? 180 : wrapped;
}

/** The box round points, or null for none. Longitudes are taken as they are. */
export function boundsOf(points: Iterable<LatLon>): Bounds | null {
  let box: Bounds | null = null;
  for (const [lat, lon] of points) {
    if (!box) box = { south: lat, north: lat, west: lon, east: lon };
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
  }
  return box;
}

/** A box with its west brought into ±180 and no wider than the world. */
export function wrapBounds({ south, west, north, east }: Bounds): Bounds {
  const wrapped = wrapLongitude(west);
  return { south, west: wrapped, north, east: wrapped + Math.min(360, east - west) };
}

/** The northernmost point of a line: where a circle's label stands. */
export function northernmost(points: readonly LatLon[]): LatLon | null {
  return points.reduce<LatLon | null>((best, point) => (!best || point[0] > best[0] ? point : best), null);
}

const earthRadiusMetres = 6_371_008.8;
const radians = Math.PI / 180;

/** A place so many metres north and east of another; near enough for a step with an arrow key. */
export function stepped(lat: number, lon: number, north: number, east: number): LatLon {
  const degrees = 1 / (earthRadiusMetres * radians);
  const there = Math.max(-85, Math.min(85, lat + north * degrees));
  return [there, wrapLongitude(lon + (east * degrees) / Math.cos(lat * radians))];
}

/**
 * A circle's edge on a sphere, good to half a percent: what is drawn under the hand until the true edge on the ellipsoid comes
 * from the server. Longitudes run on past ±180.
 */
export function roundEdge(lat: number, lon: number, radiusMetres: number, points = 120): LatLon[] {
  const angle = radiusMetres / earthRadiusMetres;
  const [sinLat, cosLat] = [Math.sin(lat * radians), Math.cos(lat * radians)];
  return Array.from({ length: points + 1 }, (_, i): LatLon => {
    const azimuth = (i / points) * 2 * Math.PI;
    const sinThere = sinLat * Math.cos(angle) + cosLat * Math.sin(angle) * Math.cos(azimuth);
    const turn = Math.atan2(Math.sin(azimuth) * Math.sin(angle) * cosLat, Math.cos(angle) - sinLat * sinThere);
    return [Math.asin(Math.max(-1, Math.min(1, sinThere))) / radians, lon + turn / radians];
  });
}
