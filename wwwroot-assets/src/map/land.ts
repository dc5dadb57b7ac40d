import L from 'leaflet';
import { type CoastlineFile, decodeRings, type Ring } from './coastline';

/** From this zoom on the finer coast is drawn, inside the box it covers. */
const fineFromZoom = 6.5;
const fineBox = L.latLngBounds([8, 68], [58, 150]);

/** Land and graticule, drawn on one canvas below everything else in the theme's colours. */
export class LandLayer {
  private readonly renderer: L.Canvas;
  private readonly coarse: L.LayerGroup;
  private fine: L.LayerGroup | undefined;
  private readonly lines: L.Polyline;
  private readonly abort = new AbortController();

  constructor(
    private readonly map: L.Map,
    private readonly coastUrl: string | null,
  ) {
    const pane = map.createPane('land');
    pane.style.zIndex = '150';
    this.renderer = L.canvas({ pane: 'land', padding: 0.3 });
    this.coarse = L.layerGroup().addTo(map);
    this.lines = L.polyline(graticule(), { renderer: this.renderer, interactive: false, weight: 1 }).addTo(map);
    map.on('moveend', this.choose, this);
  }

  async load(worldUrl: string, copies: number[]): Promise<void> {
    const polygons = await this.read(worldUrl);
    if (!polygons) return;
    for (const turn of copies) {
      for (const rings of polygons) this.coarse.addLayer(this.polygon(rings, turn));
    }
    this.recolour();
    this.choose();
  }

  /** Reads the colours again, after the theme changed. */
  recolour(): void {
    const css = getComputedStyle(this.map.getContainer());
    const colour = (name: string) => css.getPropertyValue(name).trim();
    const land = { fillColor: colour('--r-map-land'), color: colour('--r-map-coast') };
    for (const group of [this.coarse, this.fine]) group?.invoke('setStyle', land);
    this.lines.setStyle({ color: colour('--r-map-grid') });
  }

  remove(): void {
    this.abort.abort();
    this.map.off('moveend', this.choose, this);
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

  private polygon(rings: Ring[], turn: number): L.Polygon {
    const shifted =
      turn === 0 ? rings : rings.map((ring) => ring.map(([lat, lon]): [number, number] => [lat, lon + turn]));
    return L.polygon(shifted, {
      renderer: this.renderer,
      interactive: false,
      weight: 1,
      fillOpacity: 1,
      smoothFactor: 0.8,
    });
  }

  private choose(): void {
    const wanted =
      this.coastUrl !== null && this.map.getZoom() >= fineFromZoom && fineBox.contains(this.map.getBounds());
    if (wanted && !this.fine) {
      const fine = L.layerGroup();
      this.fine = fine;
      void this.read(this.coastUrl ?? '').then((polygons) => {
        for (const rings of polygons ?? []) fine.addLayer(this.polygon(rings, 0));
        if (polygons) {
          this.recolour();
          this.choose();
        }
      });
    }
    const showFine = wanted && (this.fine?.getLayers().length ?? 0) > 0;
    if (showFine === this.map.hasLayer(this.fine ?? this.lines) && this.fine) return;
    if (showFine) {
      this.fine?.addTo(this.map);
      this.coarse.remove();
    } else {
      this.coarse.addTo(this.map);
      this.fine?.remove();
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
