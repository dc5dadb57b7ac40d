import L from 'leaflet';
import { calm } from './calm';
import type { DatumShift } from './datum';
import { boundsOf, nearestTurn, wrapBounds } from './geo';
import { zoomInto } from './heaps';
import { Latest } from './latest';
import { pointsOf } from './layer-points';
import type { Bounds, Insets, Layer, TipLayer, View } from './types';

const gapMs = 250;
/** Between what is brought into view and what covers the map. */
const margin = 24;

/** What the map shows, beside what panels cover: brings things into view, and tells what is. */
export class Camera {
  private movedByReader = false;

  constructor(
    private readonly map: L.Map,
    private readonly shift: DatumShift,
    private readonly container: HTMLElement,
    private insets: Insets,
  ) {
    this.setInsets(insets);
    const moved = () => {
      this.movedByReader = true;
    };
    for (const act of ['pointerdown', 'wheel', 'keydown'])
      container.addEventListener(act, moved, { passive: true, capture: true });
  }

  setInsets(insets: Insets): void {
    this.insets = insets;
    for (const [side, pixels] of Object.entries(insets))
      this.container.style.setProperty(`--r-map-inset-${side}`, `${pixels}px`);
  }

  /** Tells what is shown, now and whenever the map has come to rest. */
  watch(viewed: (view: View) => Promise<unknown>): void {
    const views = new Latest(viewed, gapMs);
    views.push(this.view());
    this.map.on('moveend resize', () => views.push(this.view()));
  }

  /** Keeps what grows in view, but leaves a map alone that its reader has moved. */
  follow(bounds: Bounds): void {
    if (!this.movedByReader) this.fitTo(bounds);
  }

  fitTo(bounds: Bounds, animate = true): void {
    this.movedByReader = false;
    const { top, right, bottom, left } = this.insets;
    this.map.fitBounds(
      [
        [bounds.south, bounds.west],
        [bounds.north, bounds.east],
      ],
      {
        paddingTopLeft: [left + margin, top + margin],
        paddingBottomRight: [right + margin, bottom + margin],
        maxZoom: 12,
        animate: animate && !calm(),
      },
    );
  }

  /** Does nothing when there are none. */
  fitToLayers(layers: Layer[]): void {
    const bounds = boundsOf(layers.flatMap(pointsOf));
    if (bounds) this.fitTo(bounds);
  }

  flyTo(lat: number, lon: number, zoom: number): void {
    if (calm()) this.map.setView([lat, lon], zoom, { animate: false });
    else this.map.flyTo([lat, lon], zoom, { duration: 0.6 });
  }

  /** Goes nearer to a heap of tips, until its box fills the map. */
  open(tip: TipLayer): void {
    const { top, right, bottom, left } = this.insets;
    const corners = pointsOf(tip).map((corner) => {
      const [lat, lon] = this.shift.toMap(corner);
      return L.latLng(lat, nearestTurn(lon, this.map.getCenter().lng));
    });
    const box = L.latLngBounds(corners);
    const covered = L.point(left + right + 2 * margin, top + bottom + 2 * margin);
    const fitting = tip.bounds ? this.map.getBoundsZoom(box, false, covered) : null;
    const zoom = zoomInto(this.map.getZoom(), fitting, this.map.getMaxZoom());
    const middle = this.map.project(box.getCenter(), zoom).add([(right - left) / 2, (bottom - top) / 2]);
    this.map.setView(this.map.unproject(middle, zoom), zoom, { animate: !calm() });
  }

  private view(): View {
    const box = this.map.getBounds();
    const [south, west] = this.shift.fromMap([box.getSouth(), box.getWest()]);
    const [north, east] = this.shift.fromMap([box.getNorth(), box.getEast()]);
    return { bounds: wrapBounds({ south, west, north, east }), zoom: this.map.getZoom() };
  }
}
