import L from 'leaflet';
import type { Circles } from './circles';
import type { DatumShift } from './datum';
import { nearestTurn, stepped, wrapLongitude } from './geo';
import { Latest } from './latest';
import type { HandleLayer } from './types';

interface Shown {
  layer: HandleLayer;
  grip: L.Marker;
  tether: L.Polyline;
  /** Held by the pointer. */
  held: boolean;
}

const gapMs = 120;
const stepMetres = 1_000;
const longStepMetres = 10_000;
const arrows: Record<string, [number, number]> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Grips at the centres of circles: dragged, or moved with the arrow keys; their circles come along at once. */
export class Handles {
  private readonly shown = new Map<string, Shown>();
  private readonly moves: Latest<{ id: string; lat: number; lon: number }>;

  constructor(
    private readonly map: L.Map,
    private readonly shift: DatumShift,
    private readonly circles: Circles,
    moved: (id: string, lat: number, lon: number) => Promise<unknown>,
  ) {
    this.moves = new Latest(({ id, lat, lon }) => moved(id, lat, lon), gapMs);
  }

  add(layer: HandleLayer): void {
    const at = this.place(layer.lat, layer.lon);
    const icon = L.divIcon({
      html: document.createElement('span'),
      className: `r-handle r-handle--${layer.tone}`,
      iconSize: [36, 36],
    });
    const grip = L.marker(at, { icon, draggable: true, autoPan: true, title: layer.label, zIndexOffset: 3000 });
    const tether = L.polyline([], { className: `r-tether r-tether--${layer.tone}`, interactive: false });
    const shown: Shown = { layer, grip, tether, held: false };
    grip.on('dragstart', () => {
      shown.held = true;
    });
    grip.on('drag', () => this.moved(shown));
    grip.on('dragend', () => {
      shown.held = false;
      this.moved(shown);
    });
    tether.addTo(this.map);
    grip.addTo(this.map);
    const element = grip.getElement();
    element?.setAttribute('aria-label', layer.label);
    element?.addEventListener('keydown', (event) => this.key(event, shown));
    this.shown.set(layer.id, shown);
    this.stretch(shown);
  }

  change(after: HandleLayer): void {
    const shown = this.shown.get(after.id);
    if (!shown) return;
    if (after.tone !== shown.layer.tone || after.label !== shown.layer.label) {
      // Made anew it would fall from the hand, so a held one is restyled in place.
      for (const [element, name] of [
        [shown.grip.getElement(), 'r-handle'],
        [shown.tether.getElement(), 'r-tether'],
      ] as const) {
        element?.classList.replace(`${name}--${shown.layer.tone}`, `${name}--${after.tone}`);
      }
      shown.grip.getElement()?.setAttribute('aria-label', after.label);
    }
    shown.layer = after;
    if (!this.isMoving(shown)) shown.grip.setLatLng(this.place(after.lat, after.lon));
    this.stretch(shown);
  }

  remove(id: string): void {
    const shown = this.shown.get(id);
    shown?.grip.remove();
    shown?.tether.remove();
    this.shown.delete(id);
  }

  /** Puts the circles of a moving grip back under it, after the page sent them as they were a moment ago. */
  holdOn(): void {
    for (const shown of this.shown.values()) if (this.isMoving(shown)) this.draw(shown);
  }

  /** What the page then says about its place comes from before, and is not shown. */
  private isMoving(shown: Shown): boolean {
    return shown.held || !this.moves.idle;
  }

  private place(lat: number, lon: number): L.LatLng {
    const [y, x] = this.shift.toMap([lat, lon]);
    return L.latLng(y, nearestTurn(x, this.map.getCenter().lng));
  }

  private moved(shown: Shown): void {
    this.draw(shown);
    const { lat, lon } = this.where(shown);
    this.moves.push({ id: shown.layer.id, lat, lon });
  }

  private where(shown: Shown): { lat: number; lon: number } {
    const at = shown.grip.getLatLng();
    const [lat, lon] = this.shift.fromMap([at.lat, wrapLongitude(at.lng)]);
    // Circles at the very poles cannot be drawn, and a metre is 0.00001 degrees.
    return { lat: Number(Math.max(-85, Math.min(85, lat)).toFixed(6)), lon: Number(wrapLongitude(lon).toFixed(6)) };
  }

  private draw(shown: Shown): void {
    const { lat, lon } = this.where(shown);
    for (const id of shown.layer.circles) this.circles.moveTo(id, lat, lon);
    this.stretch(shown);
  }

  private stretch(shown: Shown): void {
    shown.tether.setLatLngs([this.place(shown.layer.fromLat, shown.layer.fromLon), shown.grip.getLatLng()]);
  }

  private key(event: KeyboardEvent, shown: Shown): void {
    const arrow = arrows[event.key];
    if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return;
    // Otherwise the map or the page would scroll as well.
    event.preventDefault();
    event.stopPropagation();
    const { lat, lon } = this.where(shown);
    const metres = event.shiftKey ? longStepMetres : stepMetres;
    shown.grip.setLatLng(this.place(...stepped(lat, lon, arrow[0] * metres, arrow[1] * metres)));
    if (!this.map.getBounds().contains(shown.grip.getLatLng())) this.map.panTo(shown.grip.getLatLng());
    this.moved(shown);
  }
}
