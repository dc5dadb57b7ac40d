import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCountdown } from '../src/map/countdown';

test('time left reads like a clock', () => {
  const second = 1000;
  for (const [left, text] of [
    [245 * second, '4:05'],
    [59 * second, '0:59'],
    [3600 * second, '1:00:00'],
    [3845 * second, '1:04:05'],
    [100 * 3600 * second, '100:00:00'],
    [1, '0:01'],
    [0, '0:00'],
    [-5 * second, '0:00'],
  ] as const)
    assert.equal(formatCountdown(left), text);
});
