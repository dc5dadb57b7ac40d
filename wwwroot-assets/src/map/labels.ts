import type { Language } from './types';

/** Latitude, longitude, Latin name, Chinese name or empty, rank (0 capital, 1 of a province …), thousands of people. */
export type City = [number, number, string, string, number, number];

export interface Label {
  key: string;
  city: City;
  text: string;
  large: boolean;
}

export interface LabelView {
  zoom: number;
  width: number;
  height: number;
  /** Where a point stands on the screen, in pixels from the top left; null outside the map's world. */
  toScreen(lat: number, lon: number): { x: number; y: number } | null;
}

/** The zoom from which a city is named. */
export function labelZoom([, , , , rank, thousands]: City): number {
  if (rank === 0) return 3.5;
  if (rank === 1 && thousands >= 1500) return 4.25;
  if (thousands >= 7000) return 4.5;
  if (thousands >= 3000) return 5.25;
  if (rank === 1 || thousands >= 1500) return 5.75;
  if (thousands >= 700) return 6.5;
  if (thousands >= 300) return 7.25;
  if (thousands >= 150) return 8;
  return thousands >= 50 ? 8.75 : 9.5;
}

export const labelText = ([, , latin, chinese]: City, language: Language): string =>
  language === 'zh' && chinese ? chinese : latin;

const gap = 14;
const mostLabels = 60;

/** The labels that fit on the screen: the more important city wins where two would touch. Cities come in order. */
export function chooseLabels(cities: readonly City[], view: LabelView, language: Language): Label[] {
  const taken: { left: number; top: number; right: number; bottom: number }[] = [];
  const chosen: Label[] = [];
  const ordered = cities
    .map((city, index) => ({ city, index, from: labelZoom(city) }))
    .filter((c) => c.from <= view.zoom);
  ordered.sort((a, b) => a.from - b.from || a.index - b.index);

  for (const { city, index } of ordered) {
    if (chosen.length >= mostLabels) break;
    const at = view.toScreen(city[0], city[1]);
    if (!at || at.x < 0 || at.y < 0 || at.x > view.width || at.y > view.height) continue;
    const text = labelText(city, language);
    const width = textWidth(text);
    const box = { left: at.x - gap, top: at.y - gap, right: at.x + width + gap + 6, bottom: at.y + gap };
    if (taken.some((t) => t.left < box.right && box.left < t.right && t.top < box.bottom && box.top < t.bottom))
      continue;
    taken.push(box);
    chosen.push({ key: `${index}:${text}`, city, text, large: city[4] <= 1 && city[5] >= 1500 });
  }
  return chosen;
}

/** A label's width in pixels, near enough: a Chinese character is about twice a Latin one. */
function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter > '\u2e80' ? 12 : 6.5;
  return width;
}
