import { wrapLongitude } from './geo';
import type { Language, LatLon } from './types';

export interface PublicMapData {
  landUrl: string;
  citiesUrl: string | null;
  language: Language;
  zoomIn: string;
  zoomOut: string;
  outline: LatLon[];
  pin: LatLon | null;
  tone: 'live' | 'sighting';
  /** The id of the form whose fields lat and lon a tap fills. */
  pick: string | null;
}

/** Reads a map's data attributes: land, cities, language, zoom-in, zoom-out, outline (lat,lon pairs between blanks), lat, lon, tone, pick. */
export function readPublicMap(data: DOMStringMap): PublicMapData | null {
  if (!data.land) return null;
  return {
    landUrl: data.land,
    citiesUrl: data.cities || null,
    language: data.language === 'zh' ? 'zh' : 'en',
    zoomIn: data.zoomIn ?? '',
    zoomOut: data.zoomOut ?? '',
    outline: (data.outline ?? '').split(/\s+/).flatMap((pair) => readPair(pair.split(',')) ?? []),
    pin: readPair([data.lat, data.lon])?.[0] ?? null,
    tone: data.tone === 'sighting' ? 'sighting' : 'live',
    pick: data.pick || null,
  };
}

function readPair([lat, lon]: (string | undefined)[]): [LatLon] | null {
  const point: LatLon = [Number.parseFloat(lat ?? ''), Number.parseFloat(lon ?? '')];
  return point.every(Number.isFinite) ? [point] : null;
}

/** What goes into the form: degrees to a tenth of a metre. */
export const formatPlace = (lat: number, lon: number): [string, string] => [
  lat.toFixed(6),
  wrapLongitude(lon).toFixed(6),
];
