import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clipPolygons, encode } from '../scripts/lib/land.mjs';
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
