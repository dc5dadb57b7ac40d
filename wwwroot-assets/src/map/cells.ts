import L from 'leaflet';
import { type Run, runsOf } from './cell-runs';
import type { DatumShift } from './datum';
import type { CellsLayer, CellTone, LatLon } from './types';

const opacities: Record<CellTone, number[]> = { density: [0.12, 0.24, 0.38, 0.54, 0.72], gap: [0.2] };
const colours: Record<CellTone, string> = { density: '--r-density', gap: '--r-gap' };

/** Shaded cells of a coarse grid, on a canvas above the land and below everything else. */
export class Cells {
  private readonly shown = new Map<string, { layer: CellsLayer; group: L.LayerGroup }>();
  private renderer: L.Canvas | null = null;

  constructor(
    private readonly map: L.Map,
    private readonly shift: DatumShift,
  ) {}

  add(layer: CellsLayer): void {
    const group = L.layerGroup(this.polygons(layer)).addTo(this.map);
    this.shown.set(layer.id, { layer, group });
  }

  change(layer: CellsLayer): void {
    this.remove(layer.id);
    this.add(layer);
  }

  remove(id: string): void {
    this.shown.get(id)?.group.remove();
    this.shown.delete(id);
  }

  /** Reads the colours again, after the theme changed. */
  recolour(): void {
    for (const { layer, group } of this.shown.values()) group.invoke('setStyle', { ...this.colour(layer.tone) });
  }

  private polygons(layer: CellsLayer): L.Polygon[] {
    const runs = runsOf(layer.cellDegrees, layer.cells);
    return opacities[layer.tone].map((fillOpacity, level) =>
      L.polygon(
        // A ring in brackets of its own is a piece of land of its own, not a hole in the one before.
        runs.filter((run) => run.level === level).map((run) => [this.ring(run)]),
        {
          ...this.colour(layer.tone),
          renderer: this.canvas(),
          interactive: false,
          stroke: layer.tone === 'gap',
          weight: 1.5,
          fillOpacity,
          smoothFactor: 0,
        },
      ),
    );
  }

  private ring({ south, west, north, east }: Run): LatLon[] {
    const corners: LatLon[] = [
      [south, west],
      [north, west],
      [north, east],
      [south, east],
    ];
    return corners.map((corner) => this.shift.toMap(corner));
  }

  private colour(tone: CellTone): { color: string; fillColor: string } {
    const colour = getComputedStyle(this.map.getContainer()).getPropertyValue(colours[tone]).trim();
    return { color: colour, fillColor: colour };
  }

  private canvas(): L.Canvas {
    if (!this.renderer) {
      this.map.createPane('cells').style.zIndex = '160';
      this.renderer = L.canvas({ pane: 'cells', padding: 0.3 });
    }
    return this.renderer;
  }
}
