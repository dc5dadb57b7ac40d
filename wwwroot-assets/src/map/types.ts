export type Datum = 'wgs84' | 'gcj02' | 'bd09';
export type Language = 'zh' | 'en';
export type CircleTone = 'live' | 'sighting' | 'drill' | 'preview' | 'next' | 'cluster';
export type CellTone = 'density' | 'gap';
export type CircleStyle = 'filled' | 'thin' | 'dashed';
export type TipState = 'new' | 'inReview' | 'verified' | 'dismissed' | 'duplicate';

/** Latitude and longitude in degrees, WGS-84. */
export type LatLon = [number, number];

export interface CircleLayer {
  kind: 'circle';
  id: string;
  centreLat: number;
  centreLon: number;
  radiusMetres: number;
  /** The circle's edge on the ellipsoid; longitudes run on past ±180 rather than jump. */
  outline: LatLon[];
  tone: CircleTone;
  style: CircleStyle;
  /** Show once that this circle has just been sent. */
  pulse?: boolean;
  label?: string | null;
  /** Milliseconds since 1970 by the server's clock; the label counts down to it. */
  dueAtMs?: number | null;
}

export interface MarkerLayer {
  kind: 'marker';
  id: string;
  lat: number;
  lon: number;
  marker: 'child' | 'lastSeen' | 'sighting';
  label: string;
  photoUrl?: string | null;
}

export interface TipLayer {
  kind: 'tip';
  id: string;
  lat: number;
  lon: number;
  state: TipState;
  label: string;
  /** How many tips it stands for; more than one makes a heap. */
  count?: number;
  /** The box round a heap's tips. */
  bounds?: Bounds | null;
}

export interface PathLayer {
  kind: 'path';
  id: string;
  points: PathPoint[];
}

export interface PathPoint {
  lat: number;
  lon: number;
  label: string;
  /** Whether the leg that leads here is hard to believe. */
  isDoubtful?: boolean;
  /** Why, said by the mark on that leg. */
  legLabel?: string | null;
}

/** A grip at the centre of circles, by which they are moved. */
export interface HandleLayer {
  kind: 'handle';
  id: string;
  lat: number;
  lon: number;
  /** Where it stood at first; a line is drawn from there. */
  fromLat: number;
  fromLon: number;
  /** The circles that come along, by their ids. */
  circles: string[];
  tone: CircleTone;
  label: string;
}

/** Shaded cells of a coarse grid. */
export interface CellsLayer {
  kind: 'cells';
  id: string;
  cellDegrees: number;
  tone: CellTone;
  /** Row, column and level of each, one after the other; rows and columns count from the south-west corner of the world. */
  cells: number[];
}

export type Layer = CircleLayer | MarkerLayer | TipLayer | PathLayer | HandleLayer | CellsLayer;

export interface Bounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** What a map shows; its box's west lies within ±180, its east may run on past it. */
export interface View {
  bounds: Bounds;
  zoom: number;
}

/** Pixels at each side that panels cover. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface MapTexts {
  zoomIn: string;
  zoomOut: string;
  pin: string;
  tips: string;
}

export interface MapOptions {
  worldUrl: string;
  coastUrl?: string | null;
  citiesUrl?: string | null;
  language: Language;
  theme?: 'dark' | 'light' | null;
  label: string;
  texts: MapTexts;
  view: Bounds;
  insets: Insets;
  tellsView?: boolean;
  tileUrl?: string | null;
  tileDatum?: Datum | null;
  tileAttribution?: string | null;
}

/** What the map tells the page. */
export interface MapEvents {
  picked(lat: number, lon: number): void;
  selected(id: string): void;
  /** A handle was moved; settled when the page has dealt with it. */
  moved(id: string, lat: number, lon: number): Promise<unknown>;
  /** What the map shows: at first, and when it has come to rest; settled when the page has dealt with it. */
  viewed(view: View): Promise<unknown>;
}
