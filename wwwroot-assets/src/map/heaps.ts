import type { Language } from './types';

/** A heap's disc in pixels: ten times as many tips make it 8 wider, so that neighbours stay apart. */
export const heapSize = (count: number): number => Math.min(60, Math.round(26 + 8 * Math.log10(Math.max(1, count))));

/** The number on it, short from ten thousand on so that it stays inside the disc. */
export function heapNumber(count: number, language: Language): string {
  if (count < 10_000) return String(count);
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(count);
}

/**
 * The zoom that takes a heap apart: the one that just shows its box (null: unknown), yet always a step nearer, and never so
 * many at once that the reader loses the place.
 */
export const zoomInto = (now: number, fitting: number | null, max: number): number =>
  Math.min(max, Math.max(now + 1, Math.min(now + 4, fitting ?? now + 2)));
