import L from 'leaflet';
import { calm } from './calm';
import { Camera } from './camera';
import { Cells } from './cells';
import { Circles } from './circles';
import { CityLabels } from './city-labels';
import { Countdowns } from './countdown';
import { DatumShift } from './datum';
import { diffLayers } from './diff';
import { Handles } from './handles';
import { LandLayer } from './land';
import { Markers, Paths } from './markers';
import { Picker } from './picker';
import { Tips } from './tips';
import type { Bounds, Insets, Language, Layer, MapEvents, MapOptions } from './types';

/** The map: takes layers and tells what was picked and selected. */
export class ReunionMap {
  private readonly map: L.Map;
  private readonly camera: Camera;
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

  constructor(
    private readonly container: HTMLElement,
    options: MapOptions,
    events: MapEvents,
  ) {
    const tiles = Boolean(options.tileUrl);
    container.classList.add('r-map');
    container.setAttribute('aria-label', options.label);
    this.setTheme(options.theme ?? null);
    this.map = createLeaflet(container, options, tiles);

    const shift = new DatumShift(tiles ? (options.tileDatum ?? 'wgs84') : 'wgs84');
    this.camera = new Camera(this.map, shift, container, options.insets);
    const selected = (id: string) => events.selected(id);
    const land = { worldUrl: options.worldUrl, coastUrl: options.coastUrl ?? null, turns: [0, -360, 360] };
    this.land = tiles ? null : new LandLayer(this.map, land);
    this.labels = tiles || !options.citiesUrl ? null : new CityLabels(this.map, shift, options.language);
    this.cells = new Cells(this.map, shift);
    this.circles = new Circles(this.map, shift, this.countdowns, selected);
    this.paths = new Paths(this.map, shift);
    this.tips = new Tips(
      this.map,
      shift,
      selected,
      (tip) => this.camera.open(tip),
      options.texts.tips,
      options.language,
    );
    this.markers = new Markers(this.map, shift, selected);
    this.picker = new Picker(this.map, shift, (lat, lon) => events.picked(lat, lon), options.texts.pin);
    this.handles = new Handles(this.map, shift, this.circles, (id, lat, lon) => events.moved(id, lat, lon));

    this.camera.fitTo(options.view, false);
    if (options.tellsView) this.camera.watch((view) => events.viewed(view));
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

  follow(bounds: Bounds): void {
    this.camera.follow(bounds);
  }

  fitTo(bounds: Bounds): void {
    this.camera.fitTo(bounds);
  }

  /** Brings layers into view: those named, or all. */
  fitToLayers(ids: string[] | null): void {
    this.camera.fitToLayers([...this.layers.values()].filter((layer) => !ids || ids.includes(layer.id)));
  }

  flyTo(lat: number, lon: number, zoom: number): void {
    this.camera.flyTo(lat, lon, zoom);
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
    this.camera.setInsets(insets);
  }

  dispose(): void {
    this.resize.disconnect();
    this.themes.disconnect();
    this.countdowns.stop();
    this.labels?.remove();
    this.land?.remove();
    this.map.remove();
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
