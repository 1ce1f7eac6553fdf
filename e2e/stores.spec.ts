import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { followLink } from './pages/follow-link.ts';
import { signInHere } from './pages/sign-in.ts';
import { expectKept, forget, openData, put, putAtOnce, reloadData } from './pages/stores-data.ts';
import { countEvents } from './pages/stores-events.ts';
import { STORES, type StoreName } from './pages/stores-list.ts';
import { expectStored, placeOf } from './pages/stores-raw.ts';
import { countWrites, watchWrites } from './pages/stores-writes.ts';
import { eventually } from './support/eventually.ts';
import { recordRequests } from './support/record-requests.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();
const WRITE = 'PUT /api/session/data';

/** Waits until a store has this in its very place. What is in memory is in no place. */
async function expectStoredBy(page: Page, name: StoreName, data: object | null): Promise<void> {
  if (name !== 'memory') await expectStored(page, placeOf(name, app.demo.api.url), data);
}

for (const { name, keepsOverReload, isShared } of STORES) {
  test(`${name}: what was put is ${keepsOverReload ? 'there' : 'gone'} after a reload`, async () => {
    const page = await app.newPage();
    await openData(page, name);
    await expectKept(page, {});
    await put(page, 'cart.items', [{ id: 1, name: 'Tea' }]);
    await put(page, 'zero', 0);
    await put(page, 'text', 'Grüße, €; = "quoted" 🍵');
    await put(page, 'gone', true);
    await forget(page, 'gone');
    const values = {
      cart: { items: [{ id: 1, name: 'Tea' }] },
      zero: 0,
      text: 'Grüße, €; = "quoted" 🍵',
    };
    await expectKept(page, values);
    await expectStoredBy(page, name, values);
    await reloadData(page);
    await expectKept(page, keepsOverReload ? values : {});
    await put(page, 'more', null);
    await expectStoredBy(page, name, { ...values, more: null });
    await reloadData(page);
    await expectKept(page, keepsOverReload ? { ...values, more: null } : {});
  });

  test(`${name}: the last value that is forgotten leaves nothing behind`, async () => {
    const page = await app.newPage();
    await openData(page, name);
    await put(page, 'only', 1);
    await expectStoredBy(page, name, { only: 1 });
    await forget(page, 'only');
    await expectKept(page, {});
    await expectStoredBy(page, name, null);
    await reloadData(page);
    await expectKept(page, {});
    assert.equal(await countEvents(page, 'storeFailed'), 0);
  });

  test(`${name}: another tab ${isShared ? 'sees a change at once' : 'has values of its own'}`, async () => {
    const browser = await app.newBrowser();
    const [first, second] = [await browser.newPage(), await browser.newPage()];
    await openData(first, name);
    await openData(second, name);
    await put(first, 'from.first', 1);
    if (isShared) {
      await expectKept(second, { from: { first: 1 } });
      await put(second, 'from.second', 2);
      await expectKept(first, { from: { first: 1, second: 2 } });
      await forget(second, 'from.first');
      await expectKept(first, { from: { second: 2 } });
      await forget(first, 'from');
      await expectKept(second, {});
    } else {
      // A navigation has a tab look at what is stored.
      await followLink(second, 'home');
      await followLink(second, 'data');
      await put(second, 'from.second', 2);
      await expectKept(second, { from: { second: 2 } });
      await followLink(first, 'home');
      await followLink(first, 'data');
      await expectKept(first, { from: { first: 1 } });
    }
  });

  test(`${name}: a thousand puts in a turn are one write, and none is lost`, async () => {
    const page = await app.newPage();
    await watchWrites(page);
    await openData(page, name);
    const requests = recordRequests(page, app.demo.api.url);
    // Few paths, so that it fits into a cookie.
    const puts = Array.from({ length: 1000 }, (_, n) => [`n.k${n % 40}`, n] as const);
    const last = { n: Object.fromEntries(puts.slice(-40).map(([path, n]) => [path.slice(2), n])) };
    await putAtOnce(page, puts);
    await expectKept(page, last);
    const countAll = async (): Promise<number> =>
      (await countWrites(page)) + requests.filter((request) => request === WRITE).length;
    await eventually(countAll, name === 'memory' ? 0 : 1);
    // Had there been more to come, there would be more to tell.
    assert.equal(await countEvents(page, 'committed'), 1);
    await reloadData(page);
    await expectKept(page, keepsOverReload ? last : {});
  });

  if (!isShared) continue;

  test(`${name}: two tabs that change different keys at once lose nothing`, async () => {
    const browser = await app.newBrowser();
    const [first, second] = [await browser.newPage(), await browser.newPage()];
    await openData(first, name);
    await openData(second, name);
    const expected: Record<string, Record<string, number>> = { first: {}, second: {} };
    for (let round = 0; round < 20; round++) {
      await Promise.all([
        putAtOnce(first, [[`first.r${round}`, round]]),
        putAtOnce(second, [[`second.r${round}`, round]]),
      ]);
      for (const tab of ['first', 'second']) expected[tab]![`r${round}`] = round;
    }
    await expectKept(first, expected);
    await expectKept(second, expected);
    await reloadData(first);
    await expectKept(first, expected);
  });

  test(`${name}: a cart of before the sign-in is there after it, and gone after the sign-out`, async () => {
    const page = await app.newPage();
    await openData(page, name);
    await put(page, 'cart', ['Tea']);
    await page.getByTestId('sign-in-link').click();
    await signInHere(page, 'uma');
    await followLink(page, 'data');
    await expectKept(page, { cart: ['Tea'] });
    await reloadData(page);
    await expectKept(page, { cart: ['Tea'] });
    await page.getByTestId('user-menu').click();
    await page.getByTestId('sign-out').click();
    await page.getByTestId('sign-in-link').waitFor();
    await followLink(page, 'data');
    await expectKept(page, {});
    await reloadData(page);
    await expectKept(page, {});
  });
}
