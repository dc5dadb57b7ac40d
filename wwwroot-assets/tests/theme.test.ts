import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveTheme } from '../src/console/theme';

test('the system decides only when asked', () => {
  assert.equal(resolveTheme('dark', true), 'dark');
  assert.equal(resolveTheme('light', false), 'light');
  assert.equal(resolveTheme('system', true), 'light');
  assert.equal(resolveTheme('system', false), 'dark');
});
