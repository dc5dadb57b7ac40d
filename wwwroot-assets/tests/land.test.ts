import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clipPolygons, encode, readLand, runOn } from '../scripts/lib/land.mjs';
import { decodeRings } from '../src/map/coastline';

test('coastlines come back as they were encoded, latitude first', () => {
  const file = encode(
    [
      [
        [
          [120.5, 30.25],
          [121, 30.25],
          [121, 31],
        ],
      ],
    ],
    1000,
  );
  assert.deepEqual(decodeRings(file), [
    [
      [
        [30.25, 120.5],
        [30.25, 121],
        [31, 121],
      ],
    ],
  ]);
});

test('a ring is cut at the box, and one outside is dropped', () => {
  const inside = clipPolygons(
    [
      [
        [
          [0, 0],
          [20, 0],
          [20, 20],
          [0, 20],
        ],
      ],
      [
        [
          [50, 50],
          [60, 50],
          [60, 60],
        ],
      ],
    ],
    [10, 10, 30, 30],
  );
  assert.equal(inside.length, 1);
  assert.deepEqual(new Set(inside[0][0].map(String)), new Set(['10,10', '20,10', '20,20', '10,20']));
});

test('a ring across the date line runs on past it', () => {
  const chukotka = runOn([
    [170, 60],
    [179, 60],
    [-175, 65],
    [-180, 70],
    [170, 70],
    [170, 60],
  ]);
  assert.deepEqual(
    chukotka.map(([lon]: number[]) => lon),
    [170, 179, 185, 180, 170, 170],
  );
});

test('a ring around a pole is led along the edge of the map', () => {
  const around = runOn([
    [-180, -70],
    [-90, -65],
    [0, -70],
    [90, -65],
    [180, -70],
  ]);
  assert.deepEqual(around.slice(-2), [
    [180, -90],
    [-180, -90],
  ]);
});

test('no coast of the world jumps across the map', async () => {
  for (const file of ['land-50m.json', 'land-10m.json'])
    for (const ring of (await readLand(file)).flat()) {
      const before = ring.slice(0, -1);
      // Only the way along the pole is that long.
      const jumps = before.filter(
        ([lon, lat]: number[], i: number) => Math.abs(lat ?? 0) < 90 && Math.abs(ring[i + 1][0] - (lon ?? 0)) > 180,
      );
      assert.deepEqual(jumps, []);
    }
});
