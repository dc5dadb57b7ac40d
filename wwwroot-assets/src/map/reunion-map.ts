import L from 'leaflet';
import { Cells } from './cells';
import { Circles } from './circles';
import { CityLabels } from './city-labels';
import { Countdowns } from './countdown';
import { DatumShift } from './datum';
import { diffLayers } from './diff';
import { boundsOf, nearestTurn, wrapBounds } from './geo';
import { Handles } from './handles';
import { zoomInto } from './heaps';
import { LandLayer } from './land';
import { Latest } from './latest';
import { Markers, Paths } from './markers';
import { Picker } from './picker';
import { Tips } from './tips';
import type { Bounds, Insets, Language, LatLon, Layer, MapEvents, MapOptions, TipLayer, View } from './types';

const viewGapMs = 250;
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The map: takes layers and tells what was picked and selected. */
export class ReunionMap {
  private readonly map: L.Map;
  private readonly shift: DatumShift;
  private readonly countdowns = new Countdowns();
  private readonly layers = new Map<string, Layer>();
  private readonly cells: Cells;
  private readonly circles: Circles;
  private readonly markers: Markers;
  private readonly paths: Paths;
  private readonly tips: Tips;
  private readonly picker: Picker;
  private readonly handles: Handles;
  private readonly land: LandLayer | null;
  private readonly labels: CityLabels | null;
  private readonly resize: ResizeObserver;
  private readonly themes: MutationObserver;
  private insets: Insets;
  private movedByReader = false;

  constructor(
    private readonly container: HTMLElement,
    options: MapOptions,
    events: MapEvents,
  ) {
    this.insets = options.insets;
    const tiles = Boolean(options.tileUrl);
    container.classList.add('r-map');
    container.setAttribute('aria-label', options.label);
    this.setInsets(options.insets);
    this.setTheme(options.theme ?? null);
    this.map = createLeaflet(container, options, tiles);

    const shift = new DatumShift(tiles ? (options.tileDatum ?? 'wgs84') : 'wgs84');
    this.shift = shift;
    const selected = (id: string) => events.selected(id);
    this.land = tiles ? null : new LandLayer(this.map, options.coastUrl ?? null);
    this.labels = tiles || !options.citiesUrl ? null : new CityLabels(this.map, shift, options.language);
    this.cells = new Cells(this.map, shift);
    this.circles = new Circles(this.map, shift, this.countdowns, selected);
    this.paths = new Paths(this.map, shift);
    this.tips = new Tips(this.map, shift, selected, (tip) => this.open(tip), options.texts.tips, options.language);
    this.markers = new Markers(this.map, shift, selected);
    this.picker = new Picker(this.map, shift, (lat, lon) => events.picked(lat, lon), options.texts.pin);
    this.handles = new Handles(this.map, shift, this.circles, (id, lat, lon) => events.moved(id, lat, lon));

    const moved = () => {
      this.movedByReader = true;
    };
    for (const act of ['pointerdown', 'wheel', 'keydown'])
      container.addEventListener(act, moved, { passive: true, capture: true });
    this.fitTo(options.view, false);
    if (options.tellsZoom) {
      events.zoomed(this.map.getZoom());
      this.map.on('zoomend', () => events.zoomed(this.map.getZoom()));
    }
    if (options.tellsView) {
      const views = new Latest((view: View) => events.viewed(view), viewGapMs);
      views.push(this.view());
      this.map.on('moveend resize', () => views.push(this.view()));
    }
    void this.land?.load(options.worldUrl, [0, -360, 360]);
    if (options.citiesUrl) void this.labels?.load(options.citiesUrl);
    this.resize = new ResizeObserver(() => this.map.invalidateSize({ animate: false }));
    this.resize.observe(container);
    this.themes = new MutationObserver(() => this.recolour());
    this.themes.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
  }

  /** Shows exactly the layers named by `ids`; `sent` holds those that are new or may have changed. */
  update(sent: Layer[], ids: string[], serverNowMs: number): void {
    this.countdowns.setClock(serverNowMs);
    const { added, changed, removed } = diffLayers(this.layers, sent, ids);
    this.tips.remove(removed.filter((layer) => layer.kind === 'tip').map((layer) => layer.id));
    for (const layer of removed) this.remove(layer);
    for (const { before, after } of changed) this.change(before, after);
    for (const layer of added) this.add(layer);
    this.handles.holdOn();
    this.tips.add(added.filter((layer) => layer.kind === 'tip'));
  }

  /** Keeps growing circles in view, but leaves a map alone that its reader has moved. */
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
        paddingTopLeft: [left + 24, top + 24],
        paddingBottomRight: [right + 24, bottom + 24],
        maxZoom: 12,
        animate: animate && !calm(),
      },
    );
  }

  /** Brings layers into view: those named, or all. Does nothing when there are none. */
  fitToLayers(ids: string[] | null): void {
    const wanted = [...this.layers.values()].filter((layer) => !ids || ids.includes(layer.id));
    const bounds = boundsOf(wanted.flatMap(pointsOf));
    if (bounds) this.fitTo(bounds);
  }

  flyTo(lat: number, lon: number, zoom: number): void {
    if (calm()) this.map.setView([lat, lon], zoom, { animate: false });
    else this.map.flyTo([lat, lon], zoom, { duration: 0.6 });
  }

  setPicking(on: boolean): void {
    this.picker.setPicking(on);
  }

  setPick(place: { lat: number; lon: number } | null): void {
    this.picker.show(place);
  }

  setTheme(theme: 'dark' | 'light' | null): void {
    if (theme) this.container.dataset.theme = theme;
    else delete this.container.dataset.theme;
    this.recolour();
  }

  setLanguage(language: Language): void {
    this.labels?.setLanguage(language);
  }

  setInsets(insets: Insets): void {
    this.insets = insets;
    for (const [side, pixels] of Object.entries(insets))
      this.container.style.setProperty(`--r-map-inset-${side}`, `${pixels}px`);
  }

  dispose(): void {
    this.resize.disconnect();
    this.themes.disconnect();
    this.countdowns.stop();
    this.labels?.remove();
    this.land?.remove();
    this.map.remove();
  }

  /** Goes nearer to a heap of tips, until its box fills the map. */
  private open(tip: TipLayer): void {
    const { top, right, bottom, left } = this.insets;
    const corners = pointsOf(tip).map((corner) => {
      const [lat, lon] = this.shift.toMap(corner);
      return L.latLng(lat, nearestTurn(lon, this.map.getCenter().lng));
    });
    const box = L.latLngBounds(corners);
    const covered = L.point(left + right + 48, top + bottom + 48);
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

  private recolour(): void {
    this.land?.recolour();
    this.cells?.recolour();
  }

  private add(layer: Layer): void {
    this.layers.set(layer.id, layer);
    if (layer.kind === 'circle') this.circles.add(layer);
    else if (layer.kind === 'marker') this.markers.add(layer);
    else if (layer.kind === 'path') this.paths.add(layer);
    else if (layer.kind === 'handle') this.handles.add(layer);
    else if (layer.kind === 'cells') this.cells.add(layer);
  }

  private change(before: Layer, after: Layer): void {
    this.layers.set(after.id, after);
    if (before.kind === 'circle' && after.kind === 'circle') this.circles.change(before, after);
    else if (before.kind === 'tip' && after.kind === 'tip') this.tips.change(before, after);
    else if (after.kind === 'marker') this.markers.change(after);
    else if (after.kind === 'path') this.paths.change(after);
    else if (after.kind === 'handle') this.handles.change(after);
    else if (after.kind === 'cells') this.cells.change(after);
  }

  private remove(layer: Layer): void {
    this.layers.delete(layer.id);
    if (layer.kind === 'circle') this.circles.remove(layer.id);
    else if (layer.kind === 'marker') this.markers.remove(layer.id);
    else if (layer.kind === 'path') this.paths.remove(layer.id);
    else if (layer.kind === 'handle') this.handles.remove(layer.id);
    else if (layer.kind === 'cells') this.cells.remove(layer.id);
  }
}

function createLeaflet(container: HTMLElement, options: MapOptions, tiles: boolean): L.Map {
  const map = L.map(container, {
    zoomControl: false,
    attributionControl: false,
    // Vectors stand at any zoom; pictures only at whole ones.
    zoomSnap: tiles ? 1 : 0.25,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 100,
    minZoom: 3,
    maxZoom: tiles ? 18 : 15,
    worldCopyJump: true,
    maxBounds: [
      [-85, -400],
      [85, 500],
    ],
    maxBoundsViscosity: 0.8,
    zoomAnimation: !calm(),
    fadeAnimation: !calm(),
    markerZoomAnimation: !calm(),
  });
  const { zoomIn, zoomOut } = options.texts;
  L.control.zoom({ position: 'bottomright', zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  L.control.scale({ position: 'bottomleft', imperial: false }).addTo(map);
  const credit = tiles ? (options.tileAttribution ?? '') : 'Natural Earth · GeoNames (CC BY 4.0)';
  L.control.attribution({ prefix: false, position: 'bottomright' }).addAttribution(credit).addTo(map);
  if (options.tileUrl) L.tileLayer(options.tileUrl, { maxZoom: 18 }).addTo(map);
  return map;
}

function pointsOf(layer: Layer): LatLon[] {
  if (layer.kind === 'circle') return layer.outline;
  // Shading lies under what is looked at; it is nothing to go to.
  if (layer.kind === 'cells') return [];
  if (layer.kind === 'path') return layer.points.map(({ lat, lon }): LatLon => [lat, lon]);
  if (layer.kind === 'tip' && layer.bounds) {
    const { south, west, north, east } = layer.bounds;
    return [
      [south, west],
      [north, east],
    ];
  }
  return [[layer.lat, layer.lon]];
}
