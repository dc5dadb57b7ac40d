import gcoord from 'gcoord';
import type { Datum, LatLon } from './types';

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Shifts points between WGS-84, which the program speaks, and the datum that the map's tiles are drawn in. */
export class DatumShift {
  constructor(private readonly tiles: Datum) {}

  toMap(point: LatLon): LatLon {
    return shift(point, 'wgs84', this.tiles);
  }

  fromMap(point: LatLon): LatLon {
    return shift(point, this.tiles, 'wgs84');
  }
}

function shift([lat, lon]: LatLon, from: Datum, to: Datum): LatLon {
  if (from === to) return [lat, lon];
  const [x, y] = gcoord.transform([lon, lat], systems[from], systems[to]);
  return [y, x];
}
