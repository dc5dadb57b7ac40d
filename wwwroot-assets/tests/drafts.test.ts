import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clearDraft, type DraftStorage, draftLifetimeMs, loadDraft, saveDraft } from '../src/console/drafts';

function memory(): DraftStorage & { texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    removeItem: (key) => void texts.delete(key),
  };
}

test('a draft comes back as it was saved', () => {
  const storage = memory();
  assert.equal(saveDraft(storage, 'case', { name: '小雨', twins: true }, 1000), true);
  assert.deepEqual(loadDraft(storage, 'case', 2000), { name: '小雨', twins: true });
});

test('a draft older than a shift is dropped', () => {
  const storage = memory();
  saveDraft(storage, 'case', { name: 'x' }, 0);
  assert.equal(loadDraft(storage, 'case', draftLifetimeMs + 1), null);
  assert.equal(storage.texts.size, 0);
});

test('a damaged draft is no draft', () => {
  const storage = memory();
  for (const text of ['{', 'null', '7', '{"savedAt":"x","fields":{}}', '{"savedAt":1}']) {
    storage.setItem('reunion.draft.case', text);
    assert.equal(loadDraft(storage, 'case', 1), null);
  }
});

test('a full or forbidden storage is survived', () => {
  const broken: DraftStorage = {
    getItem: () => {
      throw new Error('forbidden');
    },
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => {
      throw new Error('forbidden');
    },
  };
  assert.equal(saveDraft(broken, 'case', {}, 0), false);
  assert.equal(loadDraft(broken, 'case', 0), null);
  clearDraft(broken, 'case');
});
