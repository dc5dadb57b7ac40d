import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heapNumber, heapSize, zoomInto } from '../src/map/heaps';

test('a heap grows slowly, and not past what the map can bear', () => {
  const sizes = [2, 10, 100, 1_000, 10_000, 1_000_000].map(heapSize);
  assert.deepEqual(sizes, [28, 34, 42, 50, 58, 60]);
});

test('a large number is said short in the language of the reader', () => {
  assert.equal(heapNumber(9_999, 'en'), '9999');
  assert.equal(heapNumber(12_345, 'en'), '12.3K');
  assert.equal(heapNumber(12_345, 'zh'), '1.2万');
});

test('a heap comes nearer until its box fills the map', () => {
  assert.equal(zoomInto(6, 8.5, 15), 8.5);
  assert.equal(zoomInto(6, null, 15), 8);
});

test('it always comes nearer, never by a leap, and not past the end', () => {
  assert.equal(zoomInto(6, 3, 15), 7);
  assert.equal(zoomInto(6, Number.POSITIVE_INFINITY, 15), 10);
  assert.equal(zoomInto(14.5, 20, 15), 15);
});
