import { keepNoticeSettings, noticeSettings, type OwnerNotice, tell } from './notice';
import { noticeBrowser as browser } from './notice-browser';

/**
 * Makes the switches in a part of the page work. All of it happens here and not on the server: a browser asks for a
 * permission, and lets a page make a sound, only while it handles the click itself.
 */
export function bindNoticeSwitches(root: HTMLElement): void {
  const [sound, desktop] = (['sound', 'desktop'] as const).map((name) =>
    root.querySelector<HTMLInputElement>(`input[data-notice="${name}"]`),
  );
  const sample = root.querySelector<HTMLButtonElement>('button[data-notice="try"]');
  const refused = root.querySelector<HTMLElement>('[data-notice="refused"]');
  if (!sound || !desktop || !sample || !refused) return;

  const draw = () => {
    const kept = noticeSettings(browser.storage);
    const permission = browser.permission();
    sound.checked = kept.sound;
    desktop.checked = kept.desktop && permission === 'granted';
    desktop.disabled = permission === 'unsupported';
    refused.hidden = permission !== 'denied';
    sample.disabled = !sound.checked && !desktop.checked;
  };
  const keep = (change: Partial<ReturnType<typeof noticeSettings>>) => {
    keepNoticeSettings(browser.storage, { ...noticeSettings(browser.storage), ...change });
    draw();
  };

  sound.addEventListener('change', () => keep({ sound: sound.checked }));
  desktop.addEventListener('change', async () => {
    const wanted = desktop.checked;
    keep({ desktop: wanted && (await Notification.requestPermission()) === 'granted' });
  });
  sample.addEventListener('click', () => {
    const { title = '', body = '' } = sample.dataset;
    const notice: OwnerNotice = { id: `try-${Date.now()}`, title, body, url: location.href };
    void tell(notice, { ...browser, open: () => undefined });
  });
  addEventListener('storage', draw);
  draw();
}
