import { clearDraft, type DraftFields, loadDraft, saveDraft } from './drafts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

// Blazor tells the element with this id how its connection fares.
const reconnectEvent = 'components-reconnect-state-changed';
const reconnectElement = () => document.getElementById('components-reconnect-modal');

const saveAfterMs = 250;
const neverKept = new Set(['password', 'file', 'hidden', 'submit', 'button', 'reset', 'image']);

/** Watches a form in the browser, so that what is typed survives a reload and a lost connection. */
export class FormKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly onInput = () => this.saveSoon();
  private readonly onHide = () => this.save();
  private readonly onReconnect = (event: Event) => {
    const state = (event as CustomEvent<{ state?: string } | null>).detail?.state;
    if (state === 'show') this.cut = true;
    else if (state === 'hide' && this.cut) this.resend();
  };
  private cut = false;

  constructor(
    private readonly form: HTMLElement,
    private readonly key: string,
  ) {
    form.addEventListener('input', this.onInput);
    form.addEventListener('change', this.onInput);
    addEventListener('pagehide', this.onHide);
    reconnectElement()?.addEventListener(reconnectEvent, this.onReconnect);
  }

  /** Puts a kept draft back and tells the page by input and change events; returns how many fields changed. */
  restore(): number {
    const draft = loadDraft(sessionStorage, this.key, Date.now());
    if (!draft) return 0;
    let changed = 0;
    for (const [name, field] of this.fields()) {
      const value = draft[name];
      if (value === undefined || value === valueIn(field)) continue;
      setValue(field, value);
      changed++;
    }
    return changed;
  }

  /** Forgets the draft, after the form was sent. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    clearDraft(sessionStorage, this.key);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.form.removeEventListener('input', this.onInput);
    this.form.removeEventListener('change', this.onInput);
    removeEventListener('pagehide', this.onHide);
    reconnectElement()?.removeEventListener(reconnectEvent, this.onReconnect);
  }

  /** Tells the page what stands in the fields: it heard nothing of what was typed while the connection was lost. */
  private resend(): void {
    this.cut = false;
    for (const [, field] of this.fields()) if (!isToggle(field) || field.checked) setValue(field, valueIn(field));
  }

  private saveSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), saveAfterMs);
  }

  private save(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    const fields: DraftFields = {};
    for (const [name, field] of this.fields()) fields[name] = valueIn(field);
    saveDraft(sessionStorage, this.key, fields, Date.now());
  }

  private *fields(): Generator<[string, Field]> {
    for (const field of this.form.querySelectorAll<Field>('input, textarea, select')) {
      const name = field.dataset.draft || field.name || field.id;
      if (name && !neverKept.has(field.type) && field.dataset.draft !== 'never')
        yield [field.type === 'radio' ? `${name}=${field.value}` : name, field];
    }
  }
}

const isToggle = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio';

const valueIn = (field: Field): string | boolean => (isToggle(field) ? field.checked : field.value);

function setValue(field: Field, value: string | boolean): void {
  if (isToggle(field)) field.checked = value === true;
  else field.value = String(value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
