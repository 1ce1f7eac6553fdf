import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { waitForPage } from './pages/follow-link.ts';
import { expectKept, forget, openData, put, withStore } from './pages/stores-data.ts';
import { countEvents } from './pages/stores-events.ts';
import { BROWSER_STORES } from './pages/stores-list.ts';
import { sandboxPage } from './support/sandbox-page.ts';
import { useDemo } from './support/use-demo.ts';
import { useProfiles } from './support/use-profiles.ts';

const app = useDemo();
const newProfile = useProfiles();

/** What a script meets that asks for a storage. */
async function askFor(page: Page, storage: (typeof BROWSER_STORES)[number]): Promise<string> {
  return page.evaluate(async (name) => {
    try {
      if (name === 'local') localStorage.getItem('x');
      if (name === 'tab') sessionStorage.getItem('x');
      if (name === 'cookie') return document.cookie;
      if (name === 'indexed-db') {
        await new Promise((resolve, reject) => {
          const request = indexedDB.open('x');
          request.onsuccess = resolve;
          request.onerror = () => reject(request.error);
        });
      }
      return 'allowed';
    } catch (error) {
      return (error as Error).name;
    }
  }, storage);
}

for (const name of BROWSER_STORES) {
  test(`${name}: in a sandbox, where no storage is allowed, the app works in memory and says so once`, async () => {
    const page = await app.newPage();
    await sandboxPage(page, app.demo.url);
    await openData(page, name);
    assert.equal(await askFor(page, name), 'SecurityError');
    await put(page, 'cart', ['Tea']);
    await expectKept(page, { cart: ['Tea'] });
    await put(page, 'more', 1);
    await forget(page, 'cart');
    await expectKept(page, { more: 1 });

    // A sandboxed document can not change its address, so the events are on a page of their own.
    await page.goto(withStore('/events', name));
    await waitForPage(page, 'events');
    const failures = page.locator('[data-testid="event"][data-type="storeFailed"]');
    await failures.first().waitFor();
    // Each of these has the app look at what is stored, or write.
    await page.evaluate(() => {
      for (const type of ['visibilitychange', 'visibilitychange']) {
        document.dispatchEvent(new Event(type));
      }
      window.dispatchEvent(new Event('online'));
    });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    assert.equal(await failures.count(), 1);
  });
}

for (const [name, setting, met] of [
  ['local', 'localStorageEnabled=false', 'TypeError'],
  ['cookie', 'cookieEnabled=false', ''],
] as const) {
  test(`${name}: in a browser with ${setting}, the app works in memory and says so once`, async () => {
    const browser = await newProfile().start(`--blink-settings=${setting}`);
    const page = await browser.newPage();
    await openData(page, name, {}, `${app.demo.url}/data`);
    assert.equal(await askFor(page, name), met);
    await put(page, 'cart', ['Tea']);
    await put(page, 'more', 1);
    await expectKept(page, { cart: ['Tea'], more: 1 });
    assert.equal(await countEvents(page, 'storeFailed'), 1);
    await put(page, 'last', 2);
    await expectKept(page, { cart: ['Tea'], more: 1, last: 2 });
    assert.equal(await countEvents(page, 'storeFailed'), 1);
    await openData(page, name, {}, `${app.demo.url}/data`);
    await expectKept(page, {});
  });
}
