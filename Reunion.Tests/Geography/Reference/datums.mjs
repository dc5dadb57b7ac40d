// China's datums by gcoord, which takes and gives longitude first.
import { createRequire } from 'node:module';

const gcoord = createRequire(new URL('../../../wwwroot-assets/package.json', import.meta.url))('gcoord');

const from = (source, target) => (lat, lon) => gcoord.transform([lon, lat], source, target).reverse();

export const toGcj02 = from(gcoord.WGS84, gcoord.GCJ02);
export const toBd09 = from(gcoord.WGS84, gcoord.BD09);
export const toWgs84FromGcj02 = from(gcoord.GCJ02, gcoord.WGS84);
export const toWgs84FromBd09 = from(gcoord.BD09, gcoord.WGS84);
