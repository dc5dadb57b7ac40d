import L from 'leaflet';
import { type CoastlineFile, decodeRings, type Ring } from './coastline';
import { LandSheet, type LandStyle } from './land-sheet';

/** From this zoom on the finer coast is drawn, inside the box it covers. */
const fineFromZoom = 6.5;
const fineBox = L.latLngBounds([8, 68], [58, 150]);

/** How much around the view is drawn with it, in its widths: what a hand pulls in before the map draws again. */
const margin = 0.3;

/** Where the land comes from: the whole world, the finer coast if there is one, and how often the world stands beside itself. */
export interface LandSource {
  worldUrl: string;
  coastUrl: string | null;
  turns: number[];
}

/** Land and graticule, drawn on one canvas below everything else in the theme's colours. */
export class LandLayer {
  private readonly renderer: L.Canvas;
  private readonly lines: L.Polyline;
  private readonly abort = new AbortController();
  private readonly asked = new Set<string>();
  private coarse: LandSheet | undefined;
  private fine: LandSheet | undefined;
  private style: LandStyle | undefined;

  constructor(
    private readonly map: L.Map,
    private source: LandSource,
  ) {
    const pane = map.createPane('land');
    pane.style.zIndex = '150';
    this.renderer = L.canvas({ pane: 'land', padding: margin });
    this.lines = L.polyline(graticule(), { renderer: this.renderer, interactive: false, weight: 1 }).addTo(map);
    map.on('moveend', this.choose, this).whenReady(this.choose, this);
  }

  /** Reads the colours again, after the theme changed. */
  recolour(): void {
    const css = getComputedStyle(this.map.getContainer());
    const colour = (name: string) => css.getPropertyValue(name).trim();
    this.style = { fillColor: colour('--r-map-land'), color: colour('--r-map-coast') };
    for (const sheet of [this.coarse, this.fine]) sheet?.setStyle(this.style);
    this.lines.setStyle({ color: colour('--r-map-grid') });
  }

  remove(): void {
    this.abort.abort();
    this.map.off('moveend', this.choose, this);
  }

  // Only what the view asks for is read: who stays in one city never waits for the world.
  private choose(): void {
    const view = this.map.getBounds();
    const { coastUrl, worldUrl, turns } = this.source;
    const isNear = this.map.getZoom() >= fineFromZoom && fineBox.contains(view);
    if (isNear && coastUrl) void this.load(coastUrl, [0], (sheet) => (this.fine = sheet));
    else void this.load(worldUrl, turns, (sheet) => (this.coarse = sheet));
    const shown = isNear && this.fine ? this.fine : this.coarse;
    for (const sheet of [this.coarse, this.fine]) sheet?.show(sheet === shown ? view.pad(margin) : null);
  }

  private async load(url: string, turns: number[], keep: (sheet: LandSheet) => void): Promise<void> {
    if (this.asked.has(url)) return;
    this.asked.add(url);
    const polygons = await this.read(url);
    if (!polygons) {
      if (url === this.source.worldUrl || this.abort.signal.aborted) return;
      this.source = { ...this.source, coastUrl: null };
      this.choose();
      return;
    }
    keep(new LandSheet(this.map, this.renderer, polygons, turns));
    this.recolour();
    this.choose();
  }

  private async read(url: string): Promise<Ring[][] | null> {
    try {
      const response = await fetch(url, { signal: this.abort.signal });
      return response.ok ? decodeRings((await response.json()) as CoastlineFile) : null;
    } catch {
      // Without the land the circles and tips still stand on the bare ground.
      return null;
    }
  }
}

function graticule(): L.LatLngExpression[][] {
  const lines: L.LatLngExpression[][] = [];
  for (let lon = -540; lon <= 540; lon += 10)
    lines.push([
      [-85, lon],
      [85, lon],
    ]);
  for (let lat = -80; lat <= 80; lat += 10)
    lines.push([
      [lat, -540],
      [lat, 540],
    ]);
  return lines;
}
