import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runsOf } from '../src/map/cell-runs';

test('cells side by side of one level are one run, whatever their order', () => {
  assert.deepEqual(runsOf(0.5, [240, 602, 1, 240, 600, 1, 240, 601, 1]), [
    { south: 30, west: 120, north: 30.5, east: 121.5, level: 1 },
  ]);
});

test('another level, another row or a gap begins a new run', () => {
  const runs = runsOf(1, [0, 0, 0, 0, 1, 2, 0, 3, 2, 1, 4, 2]);
  assert.deepEqual(
    runs.map(({ south, west, east, level }) => [south, west, east, level]),
    [
      [-90, -180, -179, 0],
      [-90, -179, -178, 2],
      [-90, -177, -176, 2],
      [-89, -176, -175, 2],
    ],
  );
});
