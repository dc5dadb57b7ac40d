// Geodesics by geographiclib-geodesic, which the package of the browser's scripts has among its development dependencies.
import { createRequire } from 'node:module';

const { Geodesic } = createRequire(new URL('../../../wwwroot-assets/package.json', import.meta.url))(
  'geographiclib-geodesic',
);

export const earth = Geodesic.WGS84;

export const distance = (lat1, lon1, lat2, lon2) => earth.Inverse(lat1, lon1, lat2, lon2, Geodesic.DISTANCE).s12;

export function destination(lat, lon, azimuth, metres) {
  const { lat2, lon2 } = earth.Direct(lat, lon, azimuth, metres, Geodesic.LATITUDE | Geodesic.LONGITUDE);
  return [lat2, lon2];
}

/** Points along the shortest path, its end left out, at most so many metres apart. */
export function along([lat1, lon1], [lat2, lon2], metres) {
  const line = earth.InverseLine(lat1, lon1, lat2, lon2, Geodesic.STANDARD | Geodesic.DISTANCE_IN);
  const pieces = Math.ceil(line.s13 / metres);
  return Array.from({ length: pieces }, (_, i) => {
    const { lat2: lat, lon2: lon } = line.Position((line.s13 * i) / pieces, Geodesic.LATITUDE | Geodesic.LONGITUDE);
    return [lat, lon];
  });
}
