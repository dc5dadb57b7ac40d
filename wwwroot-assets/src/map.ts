import { ReunionMap } from './map/reunion-map';
import type { MapOptions } from './map/types';

/** The part of Blazor's reference to a .NET object that the map calls. */
interface DotNetReference {
  invokeMethodAsync(method: string, ...values: unknown[]): Promise<unknown>;
}

/** Makes a map in an element; `page` gets OnPicked(lat, lon), OnSelected(id), OnMoved(id, lat, lon), OnViewed(view). */
export function createMap(element: HTMLElement, options: MapOptions, page: DotNetReference): ReunionMap {
  // The circuit may be gone while the picture is still on the screen.
  const tell = (method: string, ...values: unknown[]) => void page.invokeMethodAsync(method, ...values).catch(() => {});
  return new ReunionMap(element, options, {
    picked: (lat, lon) => tell('OnPicked', lat, lon),
    selected: (id) => tell('OnSelected', id),
    moved: (id, lat, lon) => page.invokeMethodAsync('OnMoved', id, lat, lon),
    viewed: (view) => page.invokeMethodAsync('OnViewed', view),
  });
}
