type Place = [lat: number, lon: number];

const earthRadiusKm = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The place in an item's data attributes; one without a place is as far away as can be. */
export function readPlace(data: DOMStringMap): Place | null {
  const place: Place = [Number.parseFloat(data.lat ?? ''), Number.parseFloat(data.lon ?? '')];
  return place.every(Number.isFinite) ? place : null;
}

/** Good enough to sort by. */
export function distanceKm([lat, lon]: Place, to: Place | null): number {
  if (!to) return Number.MAX_VALUE;
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const h = half(lat, to[0]) + Math.cos(radians(lat)) * Math.cos(radians(to[0])) * half(lon, to[1]);
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}
