import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatumShift } from '../src/map/datum';
import type { Datum, LatLon } from '../src/map/types';

const metres = (a: LatLon, b: LatLon) =>
  Math.hypot((a[0] - b[0]) * 111_195, (a[1] - b[1]) * 111_195 * Math.cos((a[0] * Math.PI) / 180));

const hangzhou: LatLon = [30.2741, 120.1551];

test('tiles in WGS-84 need no shift', () => {
  assert.deepEqual(new DatumShift('wgs84').toMap(hangzhou), hangzhou);
});

for (const [datum, least, most] of [
  ['gcj02', 300, 700],
  ['bd09', 800, 1600],
] as [Datum, number, number][]) {
  test(`${datum} lies hundreds of metres off, and a click comes back to within a metre`, () => {
    const shift = new DatumShift(datum);
    const onTiles = shift.toMap(hangzhou);
    const off = metres(hangzhou, onTiles);
    assert.ok(off > least && off < most, String(off));
    assert.ok(metres(shift.fromMap(onTiles), hangzhou) < 1);
  });
}

test('outside China GCJ-02 is WGS-84', () => {
  assert.deepEqual(new DatumShift('gcj02').toMap([48.8566, 2.3522]), [48.8566, 2.3522]);
});
