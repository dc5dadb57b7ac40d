import L from 'leaflet';
import { calm } from './map/calm';
import { CityLabels } from './map/city-labels';
import { DatumShift } from './map/datum';
import { EdgePolygon } from './map/edge-polygon';
import { LandLayer } from './map/land';
import { formatPlace, readPublicMap } from './map/public-data';
import { enableForms } from './public/form';

enableForms();

/** Turns every `<div data-public-map>` into a map; without this script the page still works. */
for (const element of document.querySelectorAll<HTMLElement>('[data-public-map]')) start(element);

function start(element: HTMLElement): void {
  const data = readPublicMap(element.dataset);
  if (!data) return;
  // The sketch that stands there for readers without scripts.
  element.replaceChildren();
  element.removeAttribute('role');
  element.classList.add('r-map');
  const map = L.map(element, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0.25,
    minZoom: 3,
    maxZoom: 14,
    maxBounds: [
      [4, 62],
      [60, 154],
    ],
    // One finger scrolls the page; the map takes two, or its buttons.
    dragging: !L.Browser.mobile,
    scrollWheelZoom: false,
    zoomAnimation: !calm(),
    fadeAnimation: !calm(),
  });
  L.control.zoom({ zoomInTitle: data.zoomIn, zoomOutTitle: data.zoomOut }).addTo(map);
  const credit = data.citiesUrl ? 'Natural Earth · GeoNames (CC BY 4.0)' : 'Natural Earth';
  L.control.attribution({ prefix: false }).addAttribution(credit).addTo(map);
  const outline = new EdgePolygon(data.outline, {
    smoothFactor: 0,
    className: `r-circle r-circle--${data.tone} r-circle--filled`,
    interactive: false,
  });
  const pin = (at: L.LatLngExpression, className: string) =>
    L.marker(at, {
      icon: L.divIcon({ html: document.createElement('span'), className, iconSize: [24, 24] }),
      interactive: false,
      keyboard: false,
    });
  if (data.outline.length > 2) map.fitBounds(outline.addTo(map).getBounds(), { padding: [12, 12], animate: false });
  else map.setView(data.pin ?? [32, 113], data.pin ? 9 : 4);
  if (data.pin) pin(data.pin, 'r-marker r-marker--lastSeen').addTo(map);
  new LandLayer(map, { worldUrl: data.landUrl, coastUrl: null, turns: [0] });
  if (data.citiesUrl) void new CityLabels(map, new DatumShift('wgs84'), data.language).load(data.citiesUrl);
  if (data.pick) enablePicking(element, map, data.pick);
}

/** A tap on the map, or the "my place" button, fills the form's two fields. */
function enablePicking(element: HTMLElement, map: L.Map, form: string): void {
  const field = (name: string) => document.querySelector<HTMLInputElement>(`#${CSS.escape(form)} [name="${name}"]`);
  const [lat, lon] = [field('lat'), field('lon')];
  if (!lat || !lon) return;
  element.classList.add('r-map--picking');
  const icon = L.divIcon({
    html: document.createElement('span'),
    className: 'r-pin',
    iconSize: [32, 40],
    iconAnchor: [16, 34],
  });
  const pin = L.marker(map.getCenter(), { icon, draggable: true, alt: element.dataset.pinLabel ?? '' });
  const put = (at: L.LatLng) => {
    pin.setLatLng(at).addTo(map);
    [lat.value, lon.value] = formatPlace(at.lat, at.lng);
    lat.dispatchEvent(new Event('change', { bubbles: true }));
  };
  // After a mistake elsewhere in the form the place chosen before is still there.
  const before = L.latLng(Number.parseFloat(lat.value) || 0, Number.parseFloat(lon.value) || 0);
  if (lat.value && lon.value) put(before);
  map.on('click', (event) => put(event.latlng));
  pin.on('dragend', () => put(pin.getLatLng()));

  const button = document.querySelector<HTMLButtonElement>(`#${CSS.escape(form)} [data-my-place]`);
  if (!button || !navigator.geolocation) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        button.disabled = false;
        const at = L.latLng(coords.latitude, coords.longitude);
        put(at);
        map.setView(at, Math.max(map.getZoom(), 11));
      },
      () => {
        // Refused or unknown: the map and the words are still there.
        button.disabled = false;
        button.hidden = true;
      },
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  });
}
