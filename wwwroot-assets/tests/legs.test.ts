import assert from 'node:assert/strict';
import { test } from 'node:test';
import { legsOf } from '../src/map/legs';

const path = (...doubts: boolean[]) => doubts.map((isDoubtful) => ({ isDoubtful }));

test('a path without doubts is one line', () => {
  assert.deepEqual(legsOf(path(false, false, false)), [{ from: 0, to: 2, isDoubtful: false }]);
});

test('each doubtful leg stands alone, the one that leads to its point', () => {
  assert.deepEqual(legsOf(path(false, false, true, true, false, false)), [
    { from: 0, to: 1, isDoubtful: false },
    { from: 1, to: 2, isDoubtful: true },
    { from: 2, to: 3, isDoubtful: true },
    { from: 3, to: 5, isDoubtful: false },
  ]);
});

test('nothing leads to the first point', () => {
  assert.deepEqual(legsOf(path(true, false)), [{ from: 0, to: 1, isDoubtful: false }]);
  assert.deepEqual(legsOf(path(true)), []);
  assert.deepEqual(legsOf([]), []);
});
