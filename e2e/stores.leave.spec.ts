import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { expectKept, openData, put, putAtOnce } from './pages/stores-data.ts';
import { STORES } from './pages/stores-list.ts';
import { expectStored, type LastingStore, placeOf } from './pages/stores-raw.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();
const DATA = '**/api/session/data';

const LASTING = STORES.flatMap(({ name, isShared }) =>
  name === 'memory' ? [] : [{ name, isShared }],
);

/** Has the page put once more when it goes, before anybody in it knows that it does. */
async function putAtPagehide(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('pagehide', () => {
      document.querySelector<HTMLElement>('[data-testid="data-put"]')?.click();
    });
  });
}

/** A request that outlives its page may come after the first one of the next page; nothing is lost. */
async function expectArrived(page: Page, name: LastingStore, data: object | null): Promise<void> {
  if (name === 'http') await expectStored(page, placeOf(name, app.demo.api.url), data);
}

/** Puts and goes in one turn, so that only what the page does on its way out can help. */
async function putAndGo(page: Page): Promise<void> {
  const left = page.waitForURL(`${app.demo.recorder.url}/`);
  await page.evaluate((url) => {
    document.querySelector<HTMLElement>('[data-testid="data-put"]')?.click();
    location.assign(url);
  }, app.demo.recorder.url);
  await left;
}

for (const { name, isShared } of LASTING) {
  for (const moment of ['before another site is opened', 'while the page goes'] as const) {
    test(`${name}: what is put ${moment} is there on the way back`, async () => {
      const page = await app.newPage();
      if (moment === 'while the page goes') await putAtPagehide(page);
      await openData(page, name);
      await put(page, 'first', 1);
      await expectStored(page, placeOf(name, app.demo.api.url), { first: 1 });
      await page.getByTestId('data-path').fill('last');
      if (moment === 'while the page goes') await page.goto(app.demo.recorder.url);
      else await putAndGo(page);
      await expectArrived(page, name, { first: 1, last: 1 });
      await openData(page, name);
      await expectKept(page, { first: 1, last: 1 });
    });
  }

  test(`${name}: the very first value is there on the way back from another site`, async () => {
    const page = await app.newPage();
    await openData(page, name);
    await putAtOnce(page, [['last', 1]]);
    await page.goto(app.demo.recorder.url);
    await expectArrived(page, name, { last: 1 });
    await openData(page, name);
    await expectKept(page, { last: 1 });
  });

  if (!isShared) continue;

  for (const moment of ['before', 'while'] as const) {
    test(`${name}: what is put ${moment} the tab is closed is there in the next one`, async () => {
      const browser = await app.newBrowser();
      const page = await browser.newPage();
      if (moment === 'while') await putAtPagehide(page);
      await openData(page, name);
      await put(page, 'first', 1);
      await expectStored(page, placeOf(name, app.demo.api.url), { first: 1 });
      const closed = page.waitForEvent('close');
      if (moment === 'before') await putAtOnce(page, [['last', 1]]);
      else await page.getByTestId('data-path').fill('last');
      await page.close({ runBeforeUnload: true });
      await closed;
      const next = await browser.newPage();
      await expectArrived(next, name, { first: 1, last: 1 });
      await openData(next, name);
      await expectKept(next, { first: 1, last: 1 });
    });
  }
}

test('http: a value that is forgotten while it is written does not come back', async () => {
  const page = await app.newPage();
  await openData(page, 'http');
  // The server gets it; that it has is what the page does not learn any more.
  const arrived = Promise.withResolvers<void>();
  await page.route(
    DATA,
    async (route) => {
      await route.fetch();
      arrived.resolve();
    },
    { times: 1 },
  );
  await put(page, 'first', 1);
  await arrived.promise;
  await page.getByTestId('data-forget').click();
  await page.goto(app.demo.recorder.url);
  await expectArrived(page, 'http', null);
});
