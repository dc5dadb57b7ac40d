/** What the owner of a case is told: words that the server wrote, and where they lead. */
export interface OwnerNotice {
  id: string;
  title: string;
  body: string;
  url: string;
}

/** What this browser does about it, beside showing it on the page. */
export interface NoticeSettings {
  sound: boolean;
  desktop: boolean;
}

/** The part of the Web Storage interface that is needed. */
export type NoticeStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The parts of the browser that a notice reaches the person by. */
export interface NoticeBrowser {
  storage: NoticeStorage;
  /** Whether this page is the one of the browser that makes the sound of a notice. */
  claim: (id: string) => Promise<boolean>;
  permission: () => NotificationPermission | 'unsupported';
  play: () => void;
  show: (notice: OwnerNotice, onClick: () => void) => void;
  open: (url: string) => void;
}

const settingsKey = 'reunion.notices';

/** Sound unless it was switched off; notifications of the desktop only once they were switched on. */
export function noticeSettings(storage: NoticeStorage): NoticeSettings {
  const settings: NoticeSettings = { sound: true, desktop: false };
  try {
    const kept = JSON.parse(storage.getItem(settingsKey) ?? '{}') as Partial<NoticeSettings> | null;
    if (typeof kept?.sound === 'boolean') settings.sound = kept.sound;
    if (typeof kept?.desktop === 'boolean') settings.desktop = kept.desktop;
  } catch {
    // Damaged or forbidden: as if nothing had been chosen.
  }
  return settings;
}

export function keepNoticeSettings(storage: NoticeStorage, settings: NoticeSettings): void {
  try {
    storage.setItem(settingsKey, JSON.stringify(settings));
  } catch {
    // A browser that forbids storage forgets it with the page.
  }
}

/** Sounds and shows a notice as the person chose; returns what was done. */
export async function tell(notice: OwnerNotice, browser: NoticeBrowser): Promise<NoticeSettings> {
  const { sound, desktop } = noticeSettings(browser.storage);
  // All pages of a browser show one with the same tag: the system makes one of them.
  const shows = desktop && browser.permission() === 'granted';
  if (shows) browser.show(notice, () => browser.open(notice.url));
  const plays = sound && (await browser.claim(notice.id));
  if (plays) browser.play();
  return { sound: plays, desktop: shows };
}
