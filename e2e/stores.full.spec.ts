import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { expectKept, forget, openData, put, putAtOnce } from './pages/stores-data.ts';
import { countEvents } from './pages/stores-events.ts';
import { expectStored, placeOf, type LastingStore } from './pages/stores-raw.ts';
import { eventually } from './support/eventually.ts';
import { fillStorage } from './support/fill-storage.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();
const FILLER = 'somebody-else';
/** Longer than any wait before the next attempt. */
const LONG = 120_000;

interface FullStore {
  readonly name: LastingStore;
  /** How many characters do not fit any more. */
  readonly size: number;
  /** Before the app starts. */
  readonly prepare?: (page: Page) => Promise<void>;
  readonly fill?: (page: Page) => Promise<void>;
  readonly makeRoom: (page: Page) => Promise<void>;
}

/** Sets what the browser lets an origin have, really; without a size, what it had before. */
async function setQuota(page: Page, quotaSize?: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(app.demo.url);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize !== undefined && { quotaSize }),
  });
}

const FULL: readonly FullStore[] = [
  {
    name: 'local',
    size: 1000,
    fill: (page) => fillStorage(page, 'localStorage', FILLER),
    makeRoom: (page) => page.evaluate((key) => localStorage.removeItem(key), FILLER),
  },
  {
    name: 'tab',
    size: 1000,
    fill: (page) => fillStorage(page, 'sessionStorage', FILLER),
    makeRoom: (page) => page.evaluate((key) => sessionStorage.removeItem(key), FILLER),
  },
  {
    name: 'indexed-db',
    size: 1_000_000,
    // Earlier than it is needed: a browser keeps in mind for a while how much there is.
    prepare: (page) => setQuota(page, 200_000),
    makeRoom: (page) => setQuota(page),
  },
];

for (const { name, size, prepare, fill, makeRoom } of FULL) {
  test(`${name}: where it is full, the app goes on in memory, says so once, and tries again`, async () => {
    const page = await app.newPage();
    await page.clock.install();
    await prepare?.(page);
    await openData(page, name);
    const place = placeOf(name, app.demo.api.url);
    await put(page, 'before', 1);
    await expectStored(page, place, { before: 1 });

    await fill?.(page);
    const large = 'y'.repeat(size);
    await putAtOnce(page, [['large', large]]);
    await eventually(() => countEvents(page, 'storeFailed'), 1);
    await put(page, 'more', 2);
    await page.clock.fastForward(LONG);
    await expectKept(page, { before: 1, large, more: 2 });
    assert.equal(await countEvents(page, 'storeFailed'), 1);
    assert.deepEqual(await place.read(page), { before: 1 });

    await makeRoom(page);
    await page.clock.fastForward(LONG);
    await expectStored(page, place, { before: 1, large, more: 2 });
    assert.equal(await countEvents(page, 'storeFailed'), 1);
    await page.reload();
    await expectKept(page, { before: 1, large, more: 2 });
  });
}

for (const [name, size] of [
  ['cookie', 5000],
  ['http', 20_000],
] as const) {
  test(`${name}: what is too large stays in memory, and what was stored stays whole`, async () => {
    const page = await app.newPage();
    await page.clock.install();
    const statuses: number[] = [];
    page.on('response', (response) => {
      if (response.request().method() === 'PUT') statuses.push(response.status());
    });
    await openData(page, name);
    const place = placeOf(name, app.demo.api.url);
    await put(page, 'before', 1);
    await expectStored(page, place, { before: 1 });

    const large = 'y'.repeat(size);
    await putAtOnce(page, [['large', large]]);
    await eventually(() => countEvents(page, 'storeFailed'), 1);
    await put(page, 'more', 2);
    await page.clock.fastForward(LONG);
    await expectKept(page, { before: 1, large, more: 2 });
    assert.equal(await countEvents(page, 'storeFailed'), 1);
    assert.deepEqual(await place.read(page), { before: 1 });
    if (name === 'http') assert.deepEqual([...new Set(statuses)], [204, 413]);

    await forget(page, 'large');
    await expectStored(page, place, { before: 1, more: 2 });
    assert.equal(await countEvents(page, 'storeFailed'), 1);
    await page.reload();
    await expectKept(page, { before: 1, more: 2 });
  });
}

test('cookie: the last byte of 4096 is kept, and one more is refused, however it is written', async () => {
  const browser = await app.newBrowser();
  const page = await browser.newPage();
  await openData(page, 'cookie');
  const bytes = async (): Promise<number> => {
    const [cookie] = (await browser.cookies()).filter(({ name }) => name === 'ng-session.cookie');
    return cookie === undefined ? 0 : (cookie.name + cookie.value).length;
  };
  // Three bytes of UTF-8 are nine in a cookie.
  const euros = '€'.repeat(400);
  await put(page, 'text', euros);
  const place = placeOf('cookie', app.demo.api.url);
  await expectStored(page, place, { text: euros });
  const rest = 4096 - (await bytes());
  const full = { text: euros + 'x'.repeat(rest) };
  await put(page, 'text', full.text);
  await expectStored(page, place, full);
  assert.equal(await bytes(), 4096);
  assert.equal(await countEvents(page, 'storeFailed'), 0);

  await put(page, 'text', `${full.text}x`);
  await eventually(() => countEvents(page, 'storeFailed'), 1);
  await expectKept(page, { text: `${full.text}x` });
  assert.deepEqual(await place.read(page), full);
});

test('http: a server that is away loses nothing, and gets all of it when it is back', async () => {
  const page = await app.newPage();
  await page.clock.install();
  await openData(page, 'http');
  const place = placeOf('http', app.demo.api.url);
  await put(page, 'before', 1);
  await expectStored(page, place, { before: 1 });
  await app.demo.api.stop();
  try {
    await put(page, 'more', 2);
    await eventually(() => countEvents(page, 'storeFailed'), 1);
    await put(page, 'last', 3);
    await expectKept(page, { before: 1, more: 2, last: 3 });
  } finally {
    await app.demo.api.restart();
  }
  await page.clock.fastForward(LONG);
  await expectStored(page, place, { before: 1, more: 2, last: 3 });
  assert.equal(await countEvents(page, 'storeFailed'), 1);
});
