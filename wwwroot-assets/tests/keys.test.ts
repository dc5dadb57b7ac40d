import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMeant, type KeyLike, scrollFor } from '../src/console/keys';

const keys = new Set(['j', 'ArrowDown', '/']);
const press = (key: string, more: Partial<KeyLike> = {}): KeyLike => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
});
const within = (...matching: string[]) => ({
  closest: (selector: string) => (matching.some((m) => selector.includes(m)) ? ({} as Element) : null),
});

test('a key of the page is meant wherever the focus is', () => {
  assert.equal(isMeant(press('j'), null, keys), true);
  assert.equal(isMeant(press('j'), within('nowhere'), keys), true);
  assert.equal(isMeant(press('q'), null, keys), false);
});

test('a key is not meant while somebody types, composes, or holds another key', () => {
  assert.equal(isMeant(press('j'), within('textarea'), keys), false);
  assert.equal(isMeant(press('j'), within('.r-decision'), keys), false);
  for (const more of [
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { isComposing: true },
    { defaultPrevented: true },
  ])
    assert.equal(isMeant(press('j', more), null, keys), false);
});

test('arrows belong to the map while it has the focus', () => {
  assert.equal(isMeant(press('ArrowDown'), within('.r-map-frame'), keys), false);
  assert.equal(isMeant(press('j'), within('.r-map-frame'), keys), true);
});

test('a list is scrolled no further than it must be', () => {
  assert.equal(scrollFor(100, 200, 2, 64), 100);
  assert.equal(scrollFor(200, 200, 2, 64), 128);
  assert.equal(scrollFor(0, 200, 4, 64), 120);
});
