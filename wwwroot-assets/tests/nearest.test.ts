import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distanceKm, readPlace } from '../src/public/nearest';

test('distances are good enough to sort by', () => {
  const hangzhou: [number, number] = [30.2741, 120.1551];
  assert.ok(Math.abs(distanceKm(hangzhou, [31.2304, 121.4737]) - 165) < 5);
  assert.equal(distanceKm(hangzhou, hangzhou), 0);
});

test('an item without a place comes last', () => {
  assert.deepEqual(readPlace({ lat: '30.5', lon: '120.5' }), [30.5, 120.5]);
  assert.equal(readPlace({ lat: 'x' }), null);
  assert.equal(distanceKm([0, 0], readPlace({})), Number.MAX_VALUE);
});
