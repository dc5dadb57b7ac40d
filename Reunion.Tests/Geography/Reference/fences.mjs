// How deep points lie inside shapes: metres to the edge, negative outside. Shapes come as a kind and its numbers, each followed
// by a count of points and the points.
import { distance } from './geodesics.mjs';
import { polygonDepth } from './polygons.mjs';

class Reader {
  #numbers;
  #next = 0;

  constructor(numbers) {
    this.#numbers = numbers;
  }

  get isAtEnd() {
    return this.#next >= this.#numbers.length;
  }

  number() {
    return this.#numbers[this.#next++];
  }

  list(item) {
    return Array.from({ length: this.number() }, item);
  }

  point() {
    return [this.number(), this.number()];
  }
}

const kinds = [
  // A disc.
  (reader) => {
    const [centre, radius] = [reader.point(), reader.number()];
    return (point) => radius - distance(...centre, ...point);
  },
  // An annulus.
  (reader) => {
    const [centre, inner, outer] = [reader.point(), reader.number(), reader.number()];
    return (point) => {
      const metres = distance(...centre, ...point);
      return inner > 0 ? Math.min(outer - metres, metres - inner) : outer - metres;
    };
  },
  // A polygon.
  (reader) => polygonDepth(reader.list(() => reader.point())),
  // A union: the part in which a point lies deepest decides.
  (reader) => {
    const parts = reader.list(() => shape(reader));
    return (point) => Math.max(...parts.map((part) => part(point)));
  },
];

const shape = (reader) => kinds[reader.number()](reader);

export function depths(numbers) {
  const reader = new Reader(numbers);
  const answers = [];
  while (!reader.isAtEnd) {
    const depth = shape(reader);
    for (let count = reader.number(); count > 0; count--) answers.push(depth(reader.point()));
  }
  return answers;
}
