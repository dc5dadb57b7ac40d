import { clearDraft, loadDraft, saveDraft } from './console/drafts';
import { FormKeeper } from './console/form-keeper';
import { type OwnerNotice, tell } from './console/notice';
import { noticeBrowser } from './console/notice-browser';
import { bindNoticeSwitches } from './console/notice-switches';
import { watchConnection } from './console/reconnect';
import { applyTheme, chooseTheme, themeChoice } from './console/theme';

export { applyTheme, bindNoticeSwitches, chooseTheme, themeChoice };

const notice = document.getElementById('components-reconnect-modal');
if (notice) watchConnection(notice);

/** Sounds and shows that a tip was verified, as the person at this browser chose. */
export const tellOwner = (notice: OwnerNotice): void => void tell(notice, noticeBrowser);

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
