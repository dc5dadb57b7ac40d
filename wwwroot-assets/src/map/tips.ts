import L from 'leaflet';
import 'leaflet.markercluster';
import type { DatumShift } from './datum';
import type { TipLayer, TipState } from './types';

interface TipMarkerOptions extends L.MarkerOptions {
  tipState: TipState;
}

/** The states from the one that most wants a reviewer. */
export const tipStates: readonly TipState[] = ['new', 'inReview', 'verified', 'duplicate', 'dismissed'];

/** The state that a heap of tips is shown in: that of the tip that most wants a reviewer. */
export function mostUrgent(states: readonly TipState[]): TipState {
  return tipStates.find((state) => states.includes(state)) ?? 'new';
}

/** Tips as small dots, gathered where they would lie on each other. */
export class Tips {
  private readonly shown = new Map<string, L.Marker>();
  private readonly group: L.MarkerClusterGroup;

  constructor(
    map: L.Map,
    private readonly shift: DatumShift,
    private readonly selected: (id: string) => void,
    private readonly word: string,
  ) {
    this.group = L.markerClusterGroup({
      maxClusterRadius: 28,
      showCoverageOnHover: false,
      animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      spiderLegPolylineOptions: { className: 'r-tip-leg', weight: 1 },
      iconCreateFunction: (cluster) => this.clusterIcon(cluster),
    }).addTo(map);
  }

  add(tips: readonly TipLayer[]): void {
    const markers = tips.map((tip) => {
      const options: TipMarkerOptions = {
        icon: tipIcon(tip.state),
        title: tip.label,
        alt: tip.label,
        tipState: tip.state,
      };
      const marker = L.marker(this.shift.toMap([tip.lat, tip.lon]), options);
      marker.on('click', () => this.selected(tip.id));
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
    (marker.options as TipMarkerOptions).tipState = after.state;
    marker.setIcon(tipIcon(after.state));
    this.group.refreshClusters(marker);
  }

  remove(ids: readonly string[]): void {
    const markers = ids.flatMap((id) => this.shown.get(id) ?? []);
    this.group.removeLayers(markers);
    for (const id of ids) this.shown.delete(id);
  }

  private clusterIcon(cluster: L.MarkerCluster): L.DivIcon {
    const states = cluster.getAllChildMarkers().map((marker) => (marker.options as TipMarkerOptions).tipState);
    const count = document.createElement('span');
    count.textContent = String(states.length);
    count.setAttribute('aria-label', `${states.length} ${this.word}`);
    return L.divIcon({ html: count, className: `r-tips r-tip--${mostUrgent(states)}`, iconSize: [28, 28] });
  }
}

const tipIcon = (state: TipState): L.DivIcon =>
  L.divIcon({ html: document.createElement('span'), className: `r-tip r-tip--${state}`, iconSize: [24, 24] });
