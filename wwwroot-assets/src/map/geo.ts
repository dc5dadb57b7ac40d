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

/** The northernmost point of a line: where a circle's label stands. */
export function northernmost(points: readonly LatLon[]): LatLon | null {
  return points.reduce<LatLon | null>((best, point) => (!best || point[0] > best[0] ? point : best), null);
}
