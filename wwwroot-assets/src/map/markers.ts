import L from 'leaflet';
import type { DatumShift } from './datum';
import { unwrap } from './geo';
import { legsOf } from './legs';
import type { LatLon, MarkerLayer, PathLayer } from './types';

/** The child's photo, the place last seen, verified sightings. */
export class Markers {
  private readonly shown = new Map<string, L.Marker>();

  constructor(
    private readonly map: L.Map,
    private readonly shift: DatumShift,
    private readonly selected: (id: string) => void,
  ) {}

  add(layer: MarkerLayer): void {
    const marker = L.marker(this.shift.toMap([layer.lat, layer.lon]), {
      icon: markerIcon(layer),
      title: layer.label,
      alt: layer.label,
      riseOnHover: true,
      zIndexOffset: layer.marker === 'child' ? 1000 : 500,
    });
    marker.on('click', () => this.selected(layer.id));
    this.shown.set(layer.id, marker.addTo(this.map));
  }

  change(layer: MarkerLayer): void {
    this.remove(layer.id);
    this.add(layer);
  }

  remove(id: string): void {
    this.shown.get(id)?.remove();
    this.shown.delete(id);
  }
}

function markerIcon(layer: MarkerLayer): L.DivIcon {
  const face = document.createElement('span');
  if (layer.marker === 'child' && layer.photoUrl) {
    const photo = document.createElement('img');
    photo.src = layer.photoUrl;
    photo.alt = '';
    face.append(photo);
  }
  const size: [number, number] = layer.marker === 'child' ? [48, 56] : [24, 24];
  const anchor: [number, number] = layer.marker === 'child' ? [24, 56] : [12, 12];
  return L.divIcon({ html: face, className: `r-marker r-marker--${layer.marker}`, iconSize: size, iconAnchor: anchor });
}

/** Verified sightings joined in the order they were seen, each with its time. */
export class Paths {
  private readonly shown = new Map<string, L.LayerGroup>();

  constructor(
    private readonly map: L.Map,
    private readonly shift: DatumShift,
  ) {}

  add(path: PathLayer): void {
    const points = unwrap(path.points.map(({ lat, lon }) => this.shift.toMap([lat, lon])));
    const group = L.layerGroup();
    for (const { from, to, isDoubtful } of legsOf(path.points)) {
      const line = points.slice(from, to + 1);
      const className = isDoubtful ? 'r-path r-path--doubtful' : 'r-path';
      group.addLayer(L.polyline(line, { className, interactive: false }));
      if (isDoubtful) group.addLayer(this.doubt(line, path.points[to]?.legLabel ?? ''));
    }
    path.points.forEach(({ label }, i) => {
      const at = points[i];
      if (!at || !label) return;
      const text = document.createElement('span');
      text.textContent = label;
      const icon = L.divIcon({ html: text, className: 'r-path-label', iconSize: [0, 0] });
      group.addLayer(L.marker(at, { icon, interactive: false, keyboard: false }));
    });
    this.shown.set(path.id, group.addTo(this.map));
  }

  change(path: PathLayer): void {
    this.remove(path.id);
    this.add(path);
  }

  remove(id: string): void {
    this.shown.get(id)?.remove();
    this.shown.delete(id);
  }

  /** The mark in the middle of a leg as it is drawn, not as the earth curves; the words come up on hovering or focus. */
  private doubt(line: LatLon[], label: string): L.Marker {
    const { crs } = this.map.options;
    const [a, b] = line.map(([lat, lon]) => (crs ?? L.CRS.EPSG3857).latLngToPoint(L.latLng(lat, lon), 0));
    const middle = (crs ?? L.CRS.EPSG3857).pointToLatLng((a ?? L.point(0, 0)).add(b ?? L.point(0, 0)).divideBy(2), 0);
    const [face, words] = [document.createElement('span'), document.createElement('em')];
    face.textContent = '!';
    words.textContent = label;
    const html = document.createElement('div');
    html.append(face, words);
    const icon = L.divIcon({ html, className: 'r-doubt', iconSize: [24, 24] });
    const mark = L.marker(middle, { icon, zIndexOffset: 200, riseOnHover: true, riseOffset: 3000 });
    mark.on('add', () => {
      const element = mark.getElement();
      // A picture with words, not a button: nothing happens on a click.
      element?.setAttribute('role', 'img');
      element?.setAttribute('aria-label', label);
    });
    return mark;
  }
}
