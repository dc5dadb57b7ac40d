// Makes the vectors beside this file from independent implementations. Run once, in an empty folder:
//   npm install geographiclib-geodesic@2.2.0 gcoord@1.0.7 && node make-vectors.mjs
// inverse.json: [lat1, lon1, lat2, lon2, metres]; direct.json: [lat, lon, azimuth, metres, lat2, lon2];
// datum.json: [lat, lon, gcj02 lat, gcj02 lon, bd09 lat, bd09 lon], the last ten outside China.
import { writeFileSync } from 'node:fs';
import geodesic from 'geographiclib-geodesic';
import gcoord from 'gcoord';

const earth = geodesic.Geodesic.WGS84;
let seed = 20260;
const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const round = (value, digits = 6) => +value.toFixed(digits);
const clamp = (value, limit) => Math.max(-limit, Math.min(limit, value));
const wrap = value => ((value + 540) % 360) - 180;
const anyLat = () => round(random() * 180 - 90);
const anyLon = () => round(random() * 360 - 180);

const inverse = [];
const pair = (...p) => inverse.push([...p, earth.Inverse(...p).s12]);
for (let i = 0; i < 60; i++) pair(anyLat(), anyLon(), anyLat(), anyLon());
for (let i = 0; i < 40; i++) { // nearly antipodal
  const [lat, lon] = [anyLat(), anyLon()];
  pair(lat, lon, round(clamp(-lat + (random() - 0.5) * 1.2, 90)), round(wrap(lon + 180 + (random() - 0.5) * 1.2)));
}
for (let i = 0; i < 30; i++) { // centimetres to kilometres
  const [lat, lon, size] = [round(random() * 178 - 89), anyLon(), Math.pow(10, -5 + random() * 5)];
  pair(lat, lon, round(clamp(lat + (random() - 0.5) * size, 90), 8), round(clamp(lon + (random() - 0.5) * size, 180), 8));
}
for (let i = 0; i < 20; i++) // along the equator
  pair(round((random() - 0.5) * 1e-3, 9), anyLon(), round((random() - 0.5) * 1e-3, 9), anyLon());
for (let i = 0; i < 15; i++) pair(i % 2 ? 90 : -90, anyLon(), anyLat(), anyLon());
for (let i = 0; i < 15; i++) pair(anyLat(), round(179 + random()), anyLat(), round(-180 + random()));
for (const p of [
  [0, 0, 0, 180], [0, 0, 0, 179.5], [0, 0, 0, 179.3], [0, 0, 0, 179.9999], [0, 0, 0.5, 179.5], [0, 0, 0.5, 179.7],
  [90, 0, -90, 0], [90, 0, 90, 90], [0, 0, 0, 0], [30, 10, 30, 10], [-30, 0, 30, 180], [-30, 0, 29.9, 179.8],
  [5, 0, 5, 1e-7], [0, 0, 1e-10, 90], [1e-9, 0, -1e-9, 179], [45, 0, 45, 180], [89.999999, 0, 89.999999, 180],
  [-89.9, 10, 89.9, -170], [40, -180, 40, 180], [36.493349428792, 0, -36.49334942879201, 179.99999999999],
]) pair(...p);

const direct = [];
for (let i = 0; i < 80; i++) {
  const lat = i % 10 === 0 ? 90 : i % 10 === 1 ? -90 : anyLat();
  const [lon, azimuth, metres] = [anyLon(), i % 7 ? round(random() * 360) : (i % 4) * 90, round(Math.pow(10, 1 + random() * 6.3), 3)];
  const end = earth.Direct(lat, lon, azimuth, metres);
  direct.push([lat, lon, azimuth, metres, round(end.lat2, 10), round(end.lon2, 10)]);
}

const cities = [
  [39.9042, 116.4074], [31.2304, 121.4737], [30.2741, 120.1551], [23.1291, 113.2644], [22.5431, 114.0579], [29.563, 106.5516],
  [30.5728, 104.0668], [43.8256, 87.6168], [45.8038, 126.5349], [25.0389, 102.7183], [29.652, 91.1721], [20.0444, 110.1999],
  [36.0611, 103.8343], [47.3543, 123.9182], [39.4704, 75.9898], [24.4798, 118.0894], [38.4872, 106.2309], [34.3416, 108.9398],
  [28.2282, 112.9388], [53.48, 122.37],
];
const inside = [...cities, ...cities].map(([lat, lon]) => [round(lat + (random() - 0.5) / 5), round(lon + (random() - 0.5) / 5)]);
const outside = [
  [51.5074, -0.1278], [40.7128, -74.006], [35.6762, 139.6503], [-33.8688, 151.2093], [-6.2, 106.8], [0, 0], [55.7558, 37.6173],
  [90, 0], [-90, 0], [10, -170],
];
const datum = inside.map(([lat, lon]) => {
  const gcj = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02);
  const bd = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.BD09);
  return [lat, lon, round(gcj[1], 9), round(gcj[0], 9), round(bd[1], 9), round(bd[0], 9)];
}).concat(outside.map(([lat, lon]) => [lat, lon, lat, lon, lat, lon]));

for (const [name, rows] of Object.entries({ inverse, direct, datum }))
  writeFileSync(`${name}.json`, `[\n${rows.map(row => '  ' + JSON.stringify(row)).join(',\n')}\n]\n`);
