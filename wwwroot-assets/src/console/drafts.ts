/** What a half-filled form holds: field name to value. */
export type DraftFields = Record<string, string | boolean>;

/** The part of the Web Storage interface that drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Draft {
  savedAt: number;
  fields: DraftFields;
}

const prefix = 'reunion.draft.';

/** Drafts hold a child's data: they are kept for one shift, not for ever. */
export const draftLifetimeMs = 12 * 60 * 60 * 1000;

export function saveDraft(storage: DraftStorage, key: string, fields: DraftFields, now: number): boolean {
  try {
    const draft: Draft = { savedAt: now, fields };
    storage.setItem(prefix + key, JSON.stringify(draft));
    return true;
  } catch {
    // Full or forbidden: the form goes on without a net.
    return false;
  }
}

/** A draft that is not too old, or null. A damaged one is dropped. */
export function loadDraft(storage: DraftStorage, key: string, now: number): DraftFields | null {
  try {
    const text = storage.getItem(prefix + key);
    if (!text) return null;
    const draft = JSON.parse(text) as Partial<Draft> | null;
    const fresh = typeof draft?.savedAt === 'number' && now - draft.savedAt <= draftLifetimeMs;
    if (fresh && draft.fields && typeof draft.fields === 'object') return draft.fields;
  } catch {
    // Falls through to dropping it.
  }
  clearDraft(storage, key);
  return null;
}

export function clearDraft(storage: DraftStorage, key: string): void {
  try {
    storage.removeItem(prefix + key);
  } catch {
    // Nothing was kept there then.
  }
}
