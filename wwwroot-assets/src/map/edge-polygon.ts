import L from 'leaflet';

/**
 * A polygon of one ring whose vertices are not rounded to whole pixels: Leaflet rounds them, which makes a circle of many
 * points look chewed. Overrides one method that Leaflet 1.9 does not document; the version is pinned.
 */
export class EdgePolygon extends L.Polygon {
  _projectLatlngs(latLngs: L.LatLng[] | L.LatLng[][], rings: L.Point[][], box: L.Bounds): void {
    const map = (this as unknown as { _map: L.Map })._map;
    const ring = (latLngs[0] instanceof L.LatLng ? latLngs : (latLngs[0] ?? [])) as L.LatLng[];
    const origin = map.getPixelOrigin();
    const points = ring.map((latLng) => map.project(latLng).subtract(origin));
    for (const point of points) box.extend(point);
    rings.push(points);
  }
}
