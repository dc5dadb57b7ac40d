import { clearDraft, loadDraft, saveDraft } from './console/drafts';
import { FormKeeper } from './console/form-keeper';
import { watchConnection } from './console/reconnect';

const notice = document.getElementById('components-reconnect-modal');
if (notice) watchConnection(notice);

/** Watches a form: `restore()`, `clear()` and `dispose()` on what is returned. */
export const keepForm = (form: HTMLElement, key: string): FormKeeper => new FormKeeper(form, key);

/** Keeps a text of the page's own (a place picked, a step reached) under a key until the tab closes. */
export const keepText = (key: string, text: string): boolean => saveDraft(sessionStorage, key, { text }, Date.now());

/** The text kept under a key, or null. */
export function keptText(key: string): string | null {
  const text = loadDraft(sessionStorage, key, Date.now())?.text;
  return typeof text === 'string' ? text : null;
}

export const forget = (key: string): void => clearDraft(sessionStorage, key);
