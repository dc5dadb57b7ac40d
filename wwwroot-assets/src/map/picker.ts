import L from 'leaflet';
import type { DatumShift } from './datum';
import { nearestTurn, wrapLongitude } from './geo';

/** Picks a place: by click, by dragging the pin, or with the keyboard at the cross in the middle. */
export class Picker {
  private pin: L.Marker | null = null;
  private on = false;
  private readonly cross = L.DomUtil.create('div', 'r-cross');

  constructor(
    private readonly map: L.Map,
    private readonly shift: DatumShift,
    private readonly picked: (lat: number, lon: number) => void,
    private readonly label: string,
  ) {
    map.getContainer().append(this.cross);
    map.on('click', (event) => this.pick(event.latlng));
    map.getContainer().addEventListener('keydown', (event) => {
      if (event.target !== map.getContainer() || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      this.pick(map.getCenter());
    });
  }

  setPicking(on: boolean): void {
    this.on = on;
    this.map.getContainer().classList.toggle('r-map--picking', on);
    if (on) this.pin?.dragging?.enable();
    else this.pin?.dragging?.disable();
  }

  /** Shows the pin at a place, or takes it away. */
  show(place: { lat: number; lon: number } | null): void {
    if (!place) {
      this.pin?.remove();
      this.pin = null;
      return;
    }
    const [lat, lon] = this.shift.toMap([place.lat, place.lon]);
    this.put(L.latLng(lat, nearestTurn(lon, this.map.getCenter().lng)));
  }

  private pick(at: L.LatLng): void {
    if (!this.on) return;
    this.put(at);
    this.tell(at);
  }

  private put(at: L.LatLng): void {
    if (this.pin) {
      this.pin.setLatLng(at);
      return;
    }
    const icon = L.divIcon({
      html: document.createElement('span'),
      className: 'r-pin',
      iconSize: [32, 40],
      iconAnchor: [16, 34],
    });
    const pin = L.marker(at, {
      icon,
      draggable: this.on,
      autoPan: true,
      title: this.label,
      alt: this.label,
      zIndexOffset: 2000,
    });
    pin.on('dragend', () => this.tell(pin.getLatLng()));
    this.pin = pin.addTo(this.map);
  }

  private tell(at: L.LatLng): void {
    const [lat, lon] = this.shift.fromMap([at.lat, wrapLongitude(at.lng)]);
    // A metre is 0.00001 degrees: more digits would only pretend.
    this.picked(Number(Math.max(-90, Math.min(90, lat)).toFixed(6)), Number(wrapLongitude(lon).toFixed(6)));
  }
}
