import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffLayers } from '../src/map/diff';
import type { CircleLayer, Layer, TipLayer } from '../src/map/types';

const circle = (id: string, radiusMetres: number): CircleLayer => ({
  kind: 'circle',
  id,
  centreLat: 30,
  centreLon: 120,
  radiusMetres,
  outline: [
    [31, 120],
    [30, 121],
    [29, 120],
  ],
  tone: 'live',
  style: 'filled',
});
const tip = (id: string, state: TipLayer['state'] = 'new'): TipLayer => ({
  kind: 'tip',
  id,
  lat: 30,
  lon: 120,
  state,
  label: id,
});
const shown = (...layers: Layer[]) => new Map(layers.map((layer) => [layer.id, layer]));

test('the first layers are all added', () => {
  const diff = diffLayers(shown(), [circle('a', 1), tip('b')], ['a', 'b']);
  assert.deepEqual(
    diff.added.map((l) => l.id),
    ['a', 'b'],
  );
  assert.equal(diff.changed.length + diff.removed.length, 0);
});

test('a circle that grew is changed in place, the same one is left alone', () => {
  const diff = diffLayers(shown(circle('a', 1), circle('b', 1)), [circle('a', 2), circle('b', 1)], ['a', 'b']);
  assert.deepEqual(
    diff.changed.map(({ before, after }) => [before, after]),
    [[circle('a', 1), circle('a', 2)]],
  );
  assert.equal(diff.added.length + diff.removed.length, 0);
});

test('what is not wanted any more goes, what was not sent stays', () => {
  const diff = diffLayers(shown(tip('a'), tip('b')), [], ['b']);
  assert.deepEqual(
    diff.removed.map((l) => l.id),
    ['a'],
  );
  assert.equal(diff.added.length + diff.changed.length, 0);
});

test('a layer of another kind replaces the old one', () => {
  const diff = diffLayers(shown(tip('a')), [circle('a', 1)], ['a']);
  assert.deepEqual([diff.removed[0]?.kind, diff.added[0]?.kind], ['tip', 'circle']);
});

test('of two layers with one id the later counts, and one that is not wanted is not added', () => {
  const diff = diffLayers(shown(), [tip('a'), tip('a', 'verified'), tip('x')], ['a']);
  assert.deepEqual(diff.added, [tip('a', 'verified')]);
});
