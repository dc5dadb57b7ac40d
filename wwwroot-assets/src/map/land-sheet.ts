import L from 'leaflet';
import type { Ring } from './coastline';

/** Colours of land and coast. */
export interface LandStyle {
  fillColor: string;
  color: string;
}

interface Piece {
  readonly rings: Ring[];
  /** Degrees of longitude by which it is moved: the world stands beside itself once more. */
  readonly turn: number;
  readonly bounds: L.LatLngBounds;
  polygon: L.Polygon | undefined;
}

/**
 * Land of one fineness. On the map is only what lies in the view: at each zoom Leaflet projects every point of what is there,
 * and the world three times over takes longer than all else that happens then.
 */
export class LandSheet {
  private readonly pieces: Piece[];
  private style: LandStyle | undefined;

  constructor(
    private readonly map: L.Map,
    private readonly renderer: L.Canvas,
    polygons: Ring[][],
    turns: number[],
  ) {
    this.pieces = polygons.flatMap((rings) => {
      const [south, west, north, east] = extent(rings[0] ?? []);
      return turns.map((turn) => ({
        rings,
        turn,
        bounds: L.latLngBounds([south, west + turn], [north, east + turn]),
        polygon: undefined,
      }));
    });
  }

  setStyle(style: LandStyle): void {
    this.style = style;
    for (const { polygon } of this.pieces) polygon?.setStyle(style);
  }

  /** Shows what lies inside `view`, or nothing. */
  show(view: L.LatLngBounds | null): void {
    for (const piece of this.pieces) {
      if (view?.intersects(piece.bounds)) {
        piece.polygon ??= this.polygon(piece);
        piece.polygon.addTo(this.map);
      } else {
        piece.polygon?.remove();
        piece.polygon = undefined;
      }
    }
  }

  private polygon({ rings, turn }: Piece): L.Polygon {
    const turned = rings.map((ring) => ring.map(([lat, lon]): Ring[number] => [lat, lon + turn]));
    return L.polygon(turned, {
      ...this.style,
      renderer: this.renderer,
      interactive: false,
      weight: 1,
      fillOpacity: 1,
      smoothFactor: 0.8,
    });
  }
}

function extent(ring: Ring): [south: number, west: number, north: number, east: number] {
  let [south, west, north, east] = [90, Number.POSITIVE_INFINITY, -90, Number.NEGATIVE_INFINITY];
  for (const [lat, lon] of ring) {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  }
  return [south, west, north, east];
}
