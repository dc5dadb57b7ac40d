import { clearDraft, loadDraft, saveDraft } from './console/drafts';
import { FormKeeper } from './console/form-keeper';
import { KeyWatch, scrollFor } from './console/keys';
import { type OwnerNotice, tell } from './console/notice';
import { noticeBrowser } from './console/notice-browser';
import { bindNoticeSwitches } from './console/notice-switches';
import { watchConnection } from './console/reconnect';

export { bindNoticeSwitches };

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

/** The part of Blazor's reference to a .NET object that a page with keys calls. */
interface KeyPage {
  invokeMethodAsync(method: string, key: string): Promise<unknown>;
}

/** Tells a page its keys by OnKey(key), wherever the focus is; `dispose()` on what is returned. */
export const watchKeys = (keys: readonly string[], page: KeyPage): KeyWatch =>
  // The circuit may be gone while the page is still on the screen.
  new KeyWatch(keys, (key) => void page.invokeMethodAsync('OnKey', key).catch(() => {}));

/** Brings a line of a list whose lines are of one height into view. */
export function revealLine(list: HTMLElement, line: number, lineHeight: number): void {
  list.scrollTop = scrollFor(list.scrollTop, list.clientHeight, line, lineHeight);
}

export const isAtTop = (list: HTMLElement): boolean => list.scrollTop < 1;

export function toTop(list: HTMLElement): void {
  list.scrollTop = 0;
}
