// Coastlines from world-atlas (Natural Earth, no borders) in a compact form that the map draws without a library.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);

/** East Asia, where alerts start: drawn finer. West, south, east, north in degrees. */
export const eastAsia = [68, 8, 150, 58];

/** The polygons of one of world-atlas' land files: an array of arrays of rings of [longitude, latitude]. */
export async function readLand(file) {
  const topology = JSON.parse(await readFile(require.resolve(`world-atlas/${file}`), 'utf8'));
  const polygons = [];
  for (const { geometry } of feature(topology, topology.objects.land).features)
    polygons.push(...(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
  return polygons.map((rings) => rings.map(runOn).filter((ring) => ring.length > 0));
}

/**
 * A ring whose longitudes run on past ±180 where it crosses the date line, as it is drawn on a flat map; one around a pole
 * is led along the map's edge. What has no height, as the pole itself, is nothing.
 */
export function runOn(ring) {
  const [firstLon, firstLat] = ring[0];
  if (ring.every(([, lat]) => lat === firstLat)) return [];
  const flat = [];
  let lon = firstLon;
  let before = firstLon;
  for (const [x, lat] of ring) {
    lon += x - before - 360 * Math.round((x - before) / 360);
    before = x;
    flat.push([lon, lat]);
  }
  if (Math.abs(lon - firstLon) > 180) {
    const pole = Math.sign(firstLat) * 90;
    flat.push([lon, pole], [firstLon, pole]);
  }
  const lons = flat.map(([x]) => x);
  const turn = 360 * Math.round((Math.min(...lons) + Math.max(...lons)) / 720);
  return flat.map(([x, lat]) => [x - turn, lat]);
}

/** One side of a Sutherland–Hodgman clip: keeps the part of a ring where `inside`, cutting edges at `value` of `axis`. */
function clipSide(ring, axis, value, inside) {
  const kept = [];
  for (let i = 0; i < ring.length; i++) {
    const from = ring[(i + ring.length - 1) % ring.length];
    const to = ring[i];
    if (inside(from[axis]) !== inside(to[axis])) {
      const share = (value - from[axis]) / (to[axis] - from[axis]);
      kept.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
    }
    if (inside(to[axis])) kept.push(to);
  }
  return kept;
}

/** The part of a ring inside a box. Edges may run along the box; they lie where nobody looks. */
export function clipRing(ring, [west, south, east, north]) {
  let clipped = clipSide(ring, 0, west, (x) => x >= west);
  clipped = clipSide(clipped, 0, east, (x) => x <= east);
  clipped = clipSide(clipped, 1, south, (y) => y >= south);
  return clipSide(clipped, 1, north, (y) => y <= north);
}

/** The parts of polygons inside a box; what falls outside is dropped. */
export function clipPolygons(polygons, box) {
  return polygons
    .map((rings) => rings.map((ring) => clipRing(ring, box)).filter((ring) => ring.length > 2))
    .filter((rings) => rings.length > 0);
}

/** Integers of 1/scale degree, each vertex as the step from the one before; vertices that fall together are one. */
export function encode(polygons, scale) {
  const ring = (points) => {
    const steps = [];
    let [x, y] = [0, 0];
    for (const [lon, lat] of points) {
      const [nextX, nextY] = [Math.round(lon * scale), Math.round(lat * scale)];
      if (steps.length > 0 && nextX === x && nextY === y) continue;
      steps.push(nextX - x, nextY - y);
      [x, y] = [nextX, nextY];
    }
    return steps;
  };
  const encoded = polygons.map((rings) => rings.map(ring).filter((steps) => steps.length >= 6));
  return { scale, polygons: encoded.filter((rings) => rings.length > 0) };
}
