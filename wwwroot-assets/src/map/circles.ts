import L from 'leaflet';
import type { Countdowns } from './countdown';
import type { DatumShift } from './datum';
import { EdgePolygon } from './edge-polygon';
import { northernmost, roundEdge, unwrap } from './geo';
import type { CircleLayer, LatLon } from './types';

interface Shown {
  circle: CircleLayer;
  edge: L.Polygon;
  label: L.Marker | null;
  countdown: HTMLElement | null;
}

const pulseClass = 'r-circle--pulse';

/** Circles as polygons along the ellipsoid; colours and dashes are the style sheet's. */
export class Circles {
  private readonly shown = new Map<string, Shown>();

  constructor(
    private readonly map: L.Map,
    private readonly shift: DatumShift,
    private readonly countdowns: Countdowns,
    private readonly selected: (id: string) => void,
  ) {}

  add(circle: CircleLayer): void {
    const edge = new EdgePolygon(this.outline(circle), {
      className: className(circle),
      interactive: circle.tone !== 'preview',
      // The edge is the promise: not a vertex of it is left out.
      smoothFactor: 0,
    });
    edge.on('click', (event) => {
      // While a place is being picked the click is the map's.
      if (this.map.getContainer().classList.contains('r-map--picking')) return;
      L.DomEvent.stopPropagation(event);
      this.selected(circle.id);
    });
    edge.addTo(this.map);
    // Small circles stay on top of large ones, where they can be clicked.
    if (circle.style === 'dashed') edge.bringToBack();
    this.shown.set(circle.id, { circle, edge, ...this.addLabel(circle) });
    if (circle.pulse) pulse(edge);
  }

  change(before: CircleLayer, after: CircleLayer): void {
    const shown = this.shown.get(after.id);
    if (!shown) return;
    shown.circle = after;
    shown.edge.setLatLngs(this.outline(after));
    const element = shown.edge.getElement();
    if (element && className(before) !== className(after)) {
      element.classList.remove(...className(before).split(' '));
      element.classList.add(...className(after).split(' '));
    }
    shown.edge.options.className = className(after);
    this.removeLabel(shown);
    Object.assign(shown, this.addLabel(after));
    if (after.pulse && (!before.pulse || before.radiusMetres !== after.radiusMetres)) pulse(shown.edge);
  }

  /** Draws a circle round another place, until the page sends it anew; where the page put it, it has its true edge. */
  moveTo(id: string, lat: number, lon: number): void {
    const shown = this.shown.get(id);
    if (!shown) return;
    const { circle } = shown;
    const isThere = circle.centreLat === lat && circle.centreLon === lon;
    const outline = isThere ? circle.outline : roundEdge(lat, lon, circle.radiusMetres);
    const edge = unwrap(outline).map((point) => this.shift.toMap(point));
    shown.edge.setLatLngs(edge);
    const top = northernmost(edge);
    if (top) shown.label?.setLatLng(top);
  }

  remove(id: string): void {
    const shown = this.shown.get(id);
    if (!shown) return;
    shown.edge.remove();
    this.removeLabel(shown);
    this.shown.delete(id);
  }

  private outline(circle: CircleLayer): LatLon[] {
    return unwrap(circle.outline).map((point) => this.shift.toMap(point));
  }

  private addLabel(circle: CircleLayer): Omit<Shown, 'circle' | 'edge'> {
    const top = northernmost(this.outline(circle));
    const due = circle.dueAtMs ?? null;
    if (!top || (!circle.label && due === null)) return { label: null, countdown: null };
    const text = document.createElement('span');
    text.append(circle.label ?? '');
    const countdown = due === null ? null : document.createElement('time');
    if (countdown && due !== null) {
      text.append(countdown);
      this.countdowns.show(countdown, due);
    }
    const icon = L.divIcon({
      html: text,
      className: `r-circle-label r-circle-label--${circle.tone}`,
      iconSize: [0, 0],
    });
    const label = L.marker(top, { icon, interactive: false, keyboard: false, pane: 'tooltipPane' }).addTo(this.map);
    return { label, countdown };
  }

  private removeLabel(shown: Shown): void {
    shown.label?.remove();
    if (shown.countdown) this.countdowns.forget(shown.countdown);
  }
}

const className = (circle: CircleLayer): string => `r-circle r-circle--${circle.tone} r-circle--${circle.style}`;

/** Plays the pulse once from the start; the style sheet leaves it out for readers who want no motion. */
function pulse(edge: L.Polygon): void {
  const element = edge.getElement();
  if (!(element instanceof SVGElement)) return;
  element.classList.remove(pulseClass);
  element.getBoundingClientRect();
  element.classList.add(pulseClass);
  element.addEventListener('animationend', () => element.classList.remove(pulseClass), { once: true });
}
