import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  boundsOf,
  nearestTurn,
  northernmost,
  roundEdge,
  stepped,
  unwrap,
  wrapBounds,
  wrapLongitude,
} from '../src/map/geo';

test('a line over the antimeridian runs on instead of jumping', () => {
  assert.deepEqual(
    unwrap([
      [0, 179],
      [0, -179],
      [0, 178],
    ]),
    [
      [0, 179],
      [0, 181],
      [0, 178],
    ],
  );
  assert.deepEqual(
    unwrap([
      [0, -179],
      [0, 179],
    ]),
    [
      [0, -179],
      [0, -181],
    ],
  );
});

test('a line can start near a longitude beyond a turn', () => {
  assert.deepEqual(
    unwrap(
      [
        [10, -170],
        [11, -169],
      ],
      190,
    ),
    [
      [10, 190],
      [11, 191],
    ],
  );
  assert.deepEqual(unwrap([]), []);
});

test('every step of an unwrapped line is shorter than half a turn', () => {
  const points = Array.from({ length: 200 }, (_, i): [number, number] => [0, wrapLongitude(i * 17)]);
  const line = unwrap(points);
  for (let i = 1; i < line.length; i++) assert.ok(Math.abs(line[i]![1] - line[i - 1]![1]) < 180);
  assert.ok(Math.abs(line.at(-1)![1] - 199 * 17) < 1e-6);
});

test('longitudes wrap into -180 to 180', () => {
  for (const [lon, wrapped] of [
    [0, 0],
    [181, -179],
    [-181, 179],
    [540, 180],
    [-180, -180],
    [720.5, 0.5],
  ] as const)
    assert.equal(wrapLongitude(lon), wrapped);
  assert.equal(nearestTurn(-170, 185), 190);
});

test('the box round points, and the top of a line', () => {
  assert.deepEqual(
    boundsOf([
      [1, 2],
      [-3, 182],
    ]),
    { south: -3, north: 1, west: 2, east: 182 },
  );
  assert.equal(boundsOf([]), null);
  assert.deepEqual(
    northernmost([
      [1, 2],
      [3, 4],
      [2, 9],
    ]),
    [3, 4],
  );
});

test('an edge on the sphere lies round its centre at its radius', () => {
  const edge = roundEdge(60, 179, 111_195, 4);
  assert.ok(Math.abs((edge[0]?.[0] ?? 0) - 61) < 0.001);
  assert.ok(Math.abs((edge[2]?.[0] ?? 0) - 59) < 0.001);
  // A degree at 60° north is half as long, and the line runs on over the antimeridian.
  assert.ok(Math.abs((edge[1]?.[1] ?? 0) - 181) < 0.01);
  assert.deepEqual(edge[0]?.map(Math.round), edge[4]?.map(Math.round));
});

test('a step goes so many metres, and round the antimeridian', () => {
  const [lat, lon] = stepped(60, 179.995, 10_000, 10_000);
  assert.ok(Math.abs(lat - 60.0899) < 0.001);
  assert.ok(Math.abs(lon + 179.8251) < 0.001);
});

test('a box over the antimeridian runs on to the east, and the world once round is the whole of it', () => {
  const box = (west: number, east: number) => ({ south: -10, west, north: 10, east });
  assert.deepEqual(wrapBounds(box(530, 550)), box(170, 190));
  assert.deepEqual(wrapBounds(box(-200, -170)), box(160, 190));
  assert.deepEqual(wrapBounds(box(-400, 500)), box(-40, 320));
});
