import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  keepNoticeSettings,
  type NoticeBrowser,
  type NoticeStorage,
  noticeSettings,
  tell,
} from '../src/console/notice';

const notice = { id: 'tip_1', title: 'Tip verified', body: '小雨', url: 'cases/case_1' };

function memory(): NoticeStorage {
  const texts = new Map<string, string>();
  return { getItem: (key) => texts.get(key) ?? null, setItem: (key, value) => void texts.set(key, value) };
}

function page(storage: NoticeStorage, permission: NotificationPermission = 'granted', claimed = new Set<string>()) {
  const did: string[] = [];
  let click = () => {};
  const browser: NoticeBrowser = {
    storage,
    claim: async (id) => !claimed.has(id) && !!claimed.add(id),
    permission: () => permission,
    play: () => did.push('sound'),
    show: ({ title }, onClick) => {
      did.push(title);
      click = onClick;
    },
    open: (url) => did.push(url),
  };
  return { did, browser, click: () => click() };
}

test('a sound is made unless it was switched off, and no desktop notification unless it was switched on', async () => {
  const storage = memory();
  const { did, browser } = page(storage);
  assert.deepEqual(noticeSettings(storage), { sound: true, desktop: false });
  await tell(notice, browser);
  assert.deepEqual(did, ['sound']);
  keepNoticeSettings(storage, { sound: false, desktop: false });
  assert.deepEqual(await tell({ ...notice, id: 'tip_2' }, browser), { sound: false, desktop: false });
  assert.deepEqual(did, ['sound']);
});

test('a desktop notification that was switched on and allowed leads to the tip', async () => {
  const storage = memory();
  keepNoticeSettings(storage, { sound: false, desktop: true });
  const { did, browser, click } = page(storage);
  await tell(notice, browser);
  click();
  assert.deepEqual(did, ['Tip verified', 'cases/case_1']);
});

test('what the browser does not allow is not tried', async () => {
  const storage = memory();
  keepNoticeSettings(storage, { sound: false, desktop: true });
  for (const permission of ['denied', 'default'] as const) {
    const { did, browser } = page(storage, permission);
    await tell(notice, browser);
    assert.deepEqual(did, []);
  }
});

test('one of several pages makes the sound, and each notice is heard', async () => {
  const storage = memory();
  const claimed = new Set<string>();
  const [first, second] = [page(storage, 'granted', claimed), page(storage, 'granted', claimed)];
  await Promise.all([tell(notice, first.browser), tell(notice, second.browser)]);
  assert.deepEqual([first.did, second.did], [['sound'], []]);
  await tell({ ...notice, id: 'tip_2' }, second.browser);
  assert.deepEqual(second.did, ['sound']);
});

test('damaged settings are none, and a forbidden storage is survived', async () => {
  for (const text of ['{', 'null', '7', '{"sound":"no","desktop":1}'])
    assert.deepEqual(noticeSettings({ getItem: () => text, setItem: () => {} }), { sound: true, desktop: false });
  const forbidden = () => {
    throw new Error('forbidden');
  };
  const { did, browser } = page({ getItem: forbidden, setItem: forbidden });
  keepNoticeSettings(browser.storage, { sound: false, desktop: true });
  await tell(notice, browser);
  assert.deepEqual(did, ['sound']);
});
