/** What is asked of a key event; a part of the browser's own, so that it can be tried without one. */
export interface KeyLike {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
}

const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
const ownKeys = '.r-decision, [role=dialog]:not(.r-keys-help), dialog';
// Keys that put the cursor somewhere a moment later: what is typed meanwhile is meant for there and must do nothing here.
const opening = new Set(['v', 'd', 'u', 'r', '/']);
const openingMs = 1000;
const arrows = new Set(['ArrowUp', 'ArrowDown']);

/** Whether a page's key is meant: not while somebody types or composes, in a form that has keys of its own, or on a map. */
export function isMeant(event: KeyLike, target: Pick<Element, 'closest'> | null, keys: ReadonlySet<string>): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
  if (!keys.has(event.key)) return false;
  if (target?.closest(typing) || target?.closest(ownKeys)) return false;
  return !(arrows.has(event.key) && target?.closest('input, .r-map-frame'));
}

/** Tells a page its keys wherever the focus is. */
export class KeyWatch {
  private readonly keys: ReadonlySet<string>;
  private readonly onKey = (event: KeyboardEvent) => {
    if (!isMeant(event, event.target instanceof Element ? event.target : null, this.keys)) return;
    event.preventDefault();
    if (event.timeStamp < this.heldUntil && event.key !== 'Escape') return;
    this.heldUntil = opening.has(event.key) ? event.timeStamp + openingMs : 0;
    this.tell(event.key);
  };
  private readonly onFocus = (event: FocusEvent) => {
    if (event.target instanceof Element && event.target.closest(typing)) this.heldUntil = 0;
  };
  private heldUntil = 0;

  constructor(
    keys: readonly string[],
    private readonly tell: (key: string) => void,
  ) {
    this.keys = new Set(keys);
    document.addEventListener('keydown', this.onKey);
    document.addEventListener('focusin', this.onFocus);
  }

  dispose(): void {
    document.removeEventListener('keydown', this.onKey);
    document.removeEventListener('focusin', this.onFocus);
  }
}

/** Where a list must be scrolled so that a line of it is in view; where it is when it is already. */
export function scrollFor(top: number, height: number, line: number, lineHeight: number): number {
  const start = line * lineHeight;
  if (start < top) return start;
  return start + lineHeight > top + height ? start + lineHeight - height : top;
}
