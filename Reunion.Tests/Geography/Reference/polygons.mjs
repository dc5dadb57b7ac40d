// Polygons by even and odd: the meridian from a point towards a pole of which it is known whether it lies inside is crossed by
// the line or not. All of it happens in space, on the ellipsoid's surface: poles and the antimeridian are nothing special there.
import { along, earth } from './geodesics.mjs';

// A chord of so many metres sinks 1.3 m below the surface and strays sideways by less than a millimetre.
const pieceMetres = 8_000;
// Nearer edges than this are measured; all others count as this far.
const reachMetres = 1_000;
const blockPieces = 32;

const radians = Math.PI / 180;
const e2 = earth.f * (2 - earth.f);

function inSpace([lat, lon]) {
  const [sin, cos] = [Math.sin(lat * radians), Math.cos(lat * radians)];
  const normal = earth.a / Math.sqrt(1 - e2 * sin * sin);
  return [normal * cos * Math.cos(lon * radians), normal * cos * Math.sin(lon * radians), normal * (1 - e2) * sin];
}

export function polygonDepth(vertices) {
  const line = vertices.slice(1).flatMap((vertex, i) => along(vertices[i], vertex, pieceMetres));
  const space = line.map(inSpace);
  const [xs, ys, zs] = [0, 1, 2].map((axis) => Float64Array.from([...space, space[0]], (point) => point[axis]));
  const pole = knownPole(vertices, xs, ys, zs);
  const blocks = blocksOf(xs, ys, zs);

  return ([lat, lon]) => {
    const [x, y, z] = inSpace([lat, lon]);
    const [sin, cos] = [Math.sin(lon * radians), Math.cos(lon * radians)];
    const fromAxis = x * cos + y * sin;
    let isInside = pole.isInside;
    let least = reachMetres * reachMetres;
    for (const block of blocks) {
      const isNear = (block.x - x) ** 2 + (block.y - y) ** 2 + (block.z - z) ** 2 < (block.radius + reachMetres) ** 2;
      if (isNear) {
        for (let i = block.first; i < block.end; i++)
          least = Math.min(
            least,
            squareToPiece(xs[i] - x, ys[i] - y, zs[i] - z, xs[i + 1] - x, ys[i + 1] - y, zs[i + 1] - z),
          );
      }
      if (Math.abs(turn(lon * radians - block.middle)) > block.halfWidth) continue;
      let wasEast = ys[block.first] * cos - xs[block.first] * sin;
      for (let i = block.first; i < block.end; i++) {
        const east = ys[i + 1] * cos - xs[i + 1] * sin;
        if (east >= 0 !== wasEast >= 0) {
          const share = wasEast / (wasEast - east);
          const [crossX, crossY] = [xs[i] + share * (xs[i + 1] - xs[i]), ys[i] + share * (ys[i + 1] - ys[i])];
          const [crossZ, crossAxis] = [zs[i] + share * (zs[i + 1] - zs[i]), crossX * cos + crossY * sin];
          // On the same half of the meridian, and between the point and the pole.
          if (crossAxis > 0 && (crossZ * fromAxis - z * crossAxis) * pole.sign > 0) isInside = !isInside;
        }
        wasEast = east;
      }
    }
    return isInside ? Math.sqrt(least) : -Math.sqrt(least);
  };
}

/** Runs of pieces with the sphere and the meridians that hold them, to pass over most of a long line. */
function blocksOf(xs, ys, zs) {
  const blocks = [];
  for (let first = 0; first < xs.length - 1; first += blockPieces) {
    const end = Math.min(first + blockPieces, xs.length - 1);
    const [x, y, z] = [xs, ys, zs].map(
      (all) => all.subarray(first, end + 1).reduce((a, b) => a + b) / (end + 1 - first),
    );
    let radius = 0;
    let [longitude, west, east] = [Math.atan2(ys[first], xs[first]), Infinity, -Infinity];
    for (let i = first; i <= end; i++) {
      longitude += turn(Math.atan2(ys[i], xs[i]) - longitude);
      [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
      radius = Math.max(radius, Math.hypot(xs[i] - x, ys[i] - y, zs[i] - z));
    }
    blocks.push({ first, end, x, y, z, radius, middle: (west + east) / 2, halfWidth: (east - west) / 2 + 1e-6 });
  }
  return blocks;
}

/** The same angle within half a turn. */
const turn = (angle) => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));

function squareToPiece(ax, ay, az, bx, by, bz) {
  const [ux, uy, uz] = [bx - ax, by - ay, bz - az];
  const square = ux * ux + uy * uy + uz * uz;
  const share = square > 0 ? Math.min(1, Math.max(0, -(ax * ux + ay * uy + az * uz) / square)) : 0;
  return (ax + share * ux) ** 2 + (ay + share * uy) ** 2 + (az + share * uz) ** 2;
}

/** The pole that lies farther from the line, and whether it lies inside: only if the line goes around on its hemisphere. */
function knownPole(vertices, xs, ys, zs) {
  let [turned, north, south] = [0, Infinity, Infinity];
  for (let i = 0; i < xs.length; i++) {
    const next = (i + 1) % xs.length;
    turned += Math.atan2(xs[i] * ys[next] - ys[i] * xs[next], xs[i] * xs[next] + ys[i] * ys[next]);
    const axis = xs[i] ** 2 + ys[i] ** 2;
    if (zs[i] > 0) north = Math.min(north, axis);
    else south = Math.min(south, axis);
  }
  const sign = north >= south ? 1 : -1;
  const mean = vertices.reduce((sum, [lat]) => sum + lat, 0) / vertices.length;
  // A line that touches the other pole does not go around this one.
  const touches = Math.min(north, south) < 1;
  return { sign, isInside: !touches && Math.abs(turned) > Math.PI && mean >= 0 === sign > 0 };
}
