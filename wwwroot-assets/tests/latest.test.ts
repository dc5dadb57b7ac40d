import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Latest } from '../src/map/latest';

/** A receiver that answers when told to, with no gap to wait for. */
function receiver() {
  const got: number[] = [];
  let answer: (() => void) | null = null;
  const latest = new Latest<number>(
    (value) => {
      got.push(value);
      return new Promise<void>((done) => {
        answer = done;
      });
    },
    0,
    () => Promise.resolve(),
  );
  const settle = async () => {
    answer?.();
    await new Promise((done) => setImmediate(done));
  };
  return { got, latest, settle };
}

test('while one value is dealt with only the latest of the others waits', async () => {
  const { got, latest, settle } = receiver();
  for (const value of [1, 2, 3, 4]) latest.push(value);
  assert.deepEqual(got, [1]);
  await settle();
  assert.deepEqual(got, [1, 4]);
  await settle();
  assert.deepEqual(got, [1, 4]);
});

test('after a rest the next value goes at once, also after one that failed', async () => {
  const got: number[] = [];
  const latest = new Latest<number>(
    (value) => {
      got.push(value);
      return Promise.reject(new Error('gone'));
    },
    0,
    () => Promise.resolve(),
  );
  latest.push(1);
  await new Promise((done) => setImmediate(done));
  latest.push(2);
  assert.deepEqual(got, [1, 2]);
});
