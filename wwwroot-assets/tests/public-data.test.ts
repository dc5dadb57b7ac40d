import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPlace, readPublicMap } from '../src/map/public-data';

test('data attributes become an outline and a pin', () => {
  const map = readPublicMap({
    land: 'land.json',
    outline: '31,120 30,121\n29,120',
    lat: '30.5',
    lon: '120.5',
    pick: 'tip',
  });
  assert.deepEqual(map?.outline, [
    [31, 120],
    [30, 121],
    [29, 120],
  ]);
  assert.deepEqual([map?.pin, map?.tone, map?.pick], [[30.5, 120.5], 'live', 'tip']);
});

test('broken attributes leave their part out', () => {
  assert.equal(readPublicMap({}), null);
  const map = readPublicMap({ land: 'land.json', outline: '31,x nonsense', lat: '' });
  assert.deepEqual([map?.outline, map?.pin, map?.pick], [[], null, null]);
});

test('a place is written in degrees, wrapped', () => {
  assert.deepEqual(formatPlace(30.12345678, 480.5), ['30.123457', '120.500000']);
});
