import L from 'leaflet';
import type { DatumShift } from './datum';
import { nearestTurn } from './geo';
import { type City, chooseLabels, type Label } from './labels';
import type { Language } from './types';

/** The quiet names of cities: a dot and a word each, chosen again after every move. */
export class CityLabels {
  private readonly shown = new Map<string, L.Marker>();
  private cities: City[] = [];
  private readonly abort = new AbortController();

  constructor(
    private readonly map: L.Map,
    private readonly shift: DatumShift,
    private language: Language,
  ) {
    const pane = map.createPane('labels');
    pane.style.zIndex = '420';
    pane.style.pointerEvents = 'none';
    map.on('moveend resize', this.redraw, this);
  }

  async load(url: string): Promise<void> {
    try {
      const response = await fetch(url, { signal: this.abort.signal });
      if (response.ok) this.cities = (await response.json()) as City[];
      this.redraw();
    } catch {
      // A map without names is still a map.
    }
  }

  setLanguage(language: Language): void {
    this.language = language;
    this.redraw();
  }

  remove(): void {
    this.abort.abort();
    this.map.off('moveend resize', this.redraw, this);
  }

  private place(city: City): L.LatLng {
    const [lat, lon] = this.shift.toMap([city[0], city[1]]);
    return L.latLng(lat, nearestTurn(lon, this.map.getCenter().lng));
  }

  private redraw(): void {
    const size = this.map.getSize();
    const bounds = this.map.getBounds().pad(0.05);
    const view = {
      zoom: this.map.getZoom(),
      width: size.x,
      height: size.y,
      toScreen: (lat: number, lon: number) => {
        const at = L.latLng(lat, nearestTurn(lon, this.map.getCenter().lng));
        return bounds.contains(at) ? this.map.latLngToContainerPoint(at) : null;
      },
    };
    const wanted = new Map(chooseLabels(this.cities, view, this.language).map((label) => [label.key, label]));
    for (const [key, marker] of this.shown) {
      if (wanted.has(key)) continue;
      marker.remove();
      this.shown.delete(key);
    }
    for (const [key, label] of wanted) {
      const at = this.place(label.city);
      const marker = this.shown.get(key);
      if (marker) marker.setLatLng(at);
      else this.shown.set(key, labelMarker(label, at).addTo(this.map));
    }
  }
}

function labelMarker(label: Label, at: L.LatLng): L.Marker {
  const word = document.createElement('span');
  word.textContent = label.text;
  const className = label.large ? 'r-city r-city--large' : 'r-city';
  const icon = L.divIcon({ html: word, className, iconSize: [0, 0] });
  return L.marker(at, { icon, interactive: false, keyboard: false, pane: 'labels' });
}
