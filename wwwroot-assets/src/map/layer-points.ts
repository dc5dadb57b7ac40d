import type { LatLon, Layer } from './types';

/** The points of a layer that must be in view for it to be. */
export function pointsOf(layer: Layer): LatLon[] {
  if (layer.kind === 'circle') return layer.outline;
  // Shading lies under what is looked at; it is nothing to go to.
  if (layer.kind === 'cells') return [];
  if (layer.kind === 'path') return layer.points.map(({ lat, lon }): LatLon => [lat, lon]);
  if (layer.kind === 'tip' && layer.bounds) {
    const { south, west, north, east } = layer.bounds;
    return [
      [south, west],
      [north, east],
    ];
  }
  return [[layer.lat, layer.lon]];
}
