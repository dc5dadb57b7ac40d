import L from 'leaflet';
import 'leaflet.markercluster';
import { calm } from './calm';
import type { DatumShift } from './datum';
import { heapNumber, heapSize } from './heaps';
import type { Language, TipLayer, TipState } from './types';

interface TipMarkerOptions extends L.MarkerOptions {
  tip: TipLayer;
}

/** The states from the one that most wants a reviewer. */
export const tipStates: readonly TipState[] = ['new', 'inReview', 'verified', 'duplicate', 'dismissed'];

/** The state that a heap of tips is shown in: that of the tip that most wants a reviewer. */
export function mostUrgent(states: readonly TipState[]): TipState {
  return tipStates.find((state) => states.includes(state)) ?? 'new';
}

/** Tips as small dots and heaps of them as discs with a number, gathered where they would lie on each other. */
export class Tips {
  private readonly shown = new Map<string, L.Marker>();
  private readonly group: L.MarkerClusterGroup;

  constructor(
    private readonly map: L.Map,
    private readonly shift: DatumShift,
    private readonly selected: (id: string) => void,
    private readonly open: (heap: TipLayer) => void,
    private readonly word: string,
    private readonly language: Language,
  ) {
    this.group = L.markerClusterGroup({
      maxClusterRadius: 28,
      showCoverageOnHover: false,
      animate: !calm(),
      spiderLegPolylineOptions: { className: 'r-tip-leg', weight: 1 },
      iconCreateFunction: (cluster) => this.clusterIcon(cluster),
    }).addTo(map);
  }

  add(tips: readonly TipLayer[]): void {
    const markers = tips.map((tip) => {
      const options: TipMarkerOptions = { icon: this.icon(tip), title: tip.label, alt: tip.label, tip };
      const marker = L.marker(this.shift.toMap([tip.lat, tip.lon]), options);
      marker.on('click', () => this.choose(marker));
      marker.on('keydown', ({ originalEvent: key }: L.LeafletKeyboardEvent) => {
        if (key.key !== 'Enter' && key.key !== ' ') return;
        key.preventDefault();
        this.choose(marker);
      });
      // The group takes markers off the map and puts them back as the zoom changes.
      marker.on('add', () => marker.getElement()?.setAttribute('aria-label', tip.label));
      this.shown.set(tip.id, marker);
      return marker;
    });
    this.group.addLayers(markers);
  }

  change(before: TipLayer, after: TipLayer): void {
    const marker = this.shown.get(after.id);
    const stays = before.lat === after.lat && before.lon === after.lon && before.label === after.label;
    if (!marker || !stays) {
      this.remove([after.id]);
      this.add([after]);
      return;
    }
    (marker.options as TipMarkerOptions).tip = after;
    marker.setIcon(this.icon(after));
    this.group.refreshClusters(marker);
  }

  remove(ids: readonly string[]): void {
    const markers = ids.flatMap((id) => this.shown.get(id) ?? []);
    // Whoever was on one with the keyboard goes on from the map, not from the top of the page.
    if (markers.some((marker) => marker.getElement()?.contains(document.activeElement)))
      this.map.getContainer().focus({ preventScroll: true });
    this.group.removeLayers(markers);
    for (const id of ids) this.shown.delete(id);
  }

  private choose(marker: L.Marker): void {
    const { tip } = marker.options as TipMarkerOptions;
    this.selected(tip.id);
    if (countOf(tip) > 1) this.open(tip);
  }

  private clusterIcon(cluster: L.MarkerCluster): L.DivIcon {
    const tips = cluster.getAllChildMarkers().map((marker) => (marker.options as TipMarkerOptions).tip);
    const count = tips.reduce((sum, tip) => sum + countOf(tip), 0);
    return this.heapIcon(count, mostUrgent(tips.map((tip) => tip.state)), `${count} ${this.word}`);
  }

  private icon(tip: TipLayer): L.DivIcon {
    const count = countOf(tip);
    return count > 1 ? this.heapIcon(count, tip.state) : dotIcon(tip.state);
  }

  private heapIcon(count: number, state: TipState, label?: string): L.DivIcon {
    const disc = document.createElement('span');
    disc.textContent = heapNumber(count, this.language);
    if (label) disc.setAttribute('aria-label', label);
    const size = heapSize(count);
    return L.divIcon({ html: disc, className: `r-tips r-tip--${state}`, iconSize: [size, size] });
  }
}

const countOf = (tip: TipLayer): number => tip.count ?? 1;

const dotIcon = (state: TipState): L.DivIcon =>
  L.divIcon({ html: document.createElement('span'), className: `r-tip r-tip--${state}`, iconSize: [24, 24] });
