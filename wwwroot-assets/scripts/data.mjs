// Makes the base map and the gazetteer out of npm packages:
// node scripts/data.mjs [--out FOLDER] [--gazetteer FILE]
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { option, packageRoot } from './lib/cli.mjs';
import { fold, pinyinOf } from './lib/divisions.mjs';
import { clipPolygons, eastAsia, encode, readLand } from './lib/land.mjs';
import { readPlaces } from './lib/places.mjs';

const out = path.resolve(option('--out', path.join(packageRoot, 'dist/assets')));
const gazetteer = path.resolve(option('--gazetteer', path.join(packageRoot, 'dist/gazetteer/places.tsv')));

// Written beside and moved, so that a build that is cut short leaves no half file that looks new.
async function write(file, text) {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.new`;
  await writeFile(beside, text);
  await rename(beside, file);
}

const json = (name, value) => write(path.join(out, name), JSON.stringify(value));

const world = await readLand('land-50m.json');
await json('world.json', encode(world, 1000));
await json('world-lite.json', encode(clipPolygons(world, eastAsia), 100));
await json('coast.json', encode(clipPolygons(await readLand('land-10m.json'), eastAsia), 2000));

const places = await readPlaces();

// Labels: [latitude, longitude, name, Chinese name, rank]; rank 0 capitals … 3, then by population.
// In China every county's seat is named when one is close enough; elsewhere the cities.
const isLabelled = (p) =>
  p.country === 'CN'
    ? p.chinese && p.exact && (p.rank <= 3 || p.population >= 100_000)
    : p.population >= 100_000 || (p.rank <= 1 && p.population > 0);

/** A district keeps the word for it (西湖区), a city goes by its bare name (杭州). */
const shortName = (p) => (p.division && !p.division.name.endsWith('区') ? p.division.base : p.chinese);

const label = (p) => [
  Number(p.coordinates[1].toFixed(3)),
  Number(p.coordinates[0].toFixed(3)),
  p.latin,
  shortName(p),
  p.rank,
  Math.round(p.population / 1000),
];
await json('cities.json', places.filter(isLabelled).map(label));

// For the public page, where every kilobyte counts: the large cities of China.
const isLarge = (p) => ['CN', 'HK', 'MO', 'TW'].includes(p.country) && (p.population >= 500_000 || p.rank <= 1);
await json('cities-lite.json', places.filter((p) => isLabelled(p) && isLarge(p)).map(label));

/** The pinyin of a Chinese name where the Latin name is another: Ürümqi is also typed wulumuqi. */
function otherPinyin(place) {
  if (!place.chinese) return '';
  const typed = pinyinOf(place.division ? place.division.base : place.chinese);
  return fold(place.latin).startsWith(typed) ? '' : typed;
}

const clean = (text) => text.replace(/[\t\r\n]/g, ' ');
const rows = places.map((p) =>
  [
    p.id,
    clean(p.latin),
    p.chinese,
    otherPinyin(p),
    p.country,
    clean(p.adminLatin),
    p.adminZh,
    p.coordinates[1].toFixed(5),
    p.coordinates[0].toFixed(5),
    p.population,
    p.exact ? 'exact' : 'area',
  ].join('\t'),
);
const header = 'id\tname\tchinese\tpinyin\tcountry\tarea\tarea_chinese\tlatitude\tlongitude\tpopulation\tprecision';
await write(gazetteer, `${[header, ...rows].join('\n')}\n`);
