import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { solve } from '../src/public/proof';
import { hashHead } from '../src/public/sha256';

test('a hash is that of every other implementation, whatever the length', () => {
  for (let length = 0; length < 200; length++) {
    const message = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255);
    assert.equal(hashHead(message), createHash('sha256').update(message).digest().readUInt32BE(0));
  }
});

test('an answer has the zero bits that its challenge asks for', () => {
  const challenge = '10.1795600000.c2FsdA.c2VhbA';
  const hash = createHash('sha256')
    .update(`${challenge}.${solve(challenge)}`)
    .digest();
  assert.ok(hash.readUInt32BE(0) < 2 ** 22);
});
