import type { NoticeBrowser, OwnerNotice } from './notice';

// As long as this another page of the same browser stays quiet about the same notice.
const quietMs = 10_000;

let audio: AudioContext | undefined;

/** Two short tones, upwards; a page on which nobody has clicked yet stays silent. */
function play(): void {
  try {
    audio ??= new AudioContext();
    void audio.resume().catch(() => undefined);
    const start = audio.currentTime + 0.02;
    tone(audio, 660, start);
    tone(audio, 990, start + 0.18);
  } catch {
    // A machine without sound.
  }
}

function tone(context: AudioContext, hertz: number, start: number): void {
  const [oscillator, volume] = [context.createOscillator(), context.createGain()];
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.25, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.32);
}

function show(notice: OwnerNotice, onClick: () => void): void {
  try {
    const shown = new Notification(notice.title, { body: notice.body, tag: notice.id });
    shown.onclick = () => {
      window.focus();
      shown.close();
      onClick();
    };
  } catch {
    // Some phones allow it to service workers only; the page shows the notice anyway.
  }
}

function open(url: string): void {
  const { Blazor } = window as { Blazor?: { navigateTo(url: string): void } };
  if (Blazor) Blazor.navigateTo(url);
  else location.assign(url);
}

/** The page that gets the lock makes the sound. Where there are no locks (a plain address) each page makes its own. */
function claim(id: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((decide) => {
    navigator.locks
      .request(`reunion.notice.${id}`, { ifAvailable: true }, (lock) => {
        decide(lock !== null);
        return lock ? new Promise<void>((over) => setTimeout(over, quietMs)) : undefined;
      })
      .catch(() => decide(true));
  });
}

// A browser that forbids storage throws on the mere mention of it.
function storage(): NoticeBrowser['storage'] {
  try {
    return localStorage;
  } catch {
    const texts = new Map<string, string>();
    return { getItem: (key) => texts.get(key) ?? null, setItem: (key, value) => void texts.set(key, value) };
  }
}

export const noticeBrowser: NoticeBrowser = {
  storage: storage(),
  claim,
  permission: () => ('Notification' in window ? Notification.permission : 'unsupported'),
  play,
  show,
  open,
};
