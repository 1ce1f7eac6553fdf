import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { followLink } from './pages/follow-link.ts';
import { signInHere } from './pages/sign-in.ts';
import { chooseStore, putValue } from './pages/store-switcher-choice.ts';
import { eventually } from './support/eventually.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

async function dataPage(path = '/data'): Promise<Page> {
  const page = await app.newPage();
  await page.goto(path);
  await page.getByTestId('store-raw').waitFor();
  return page;
}

async function expectRaw(page: Page, text: RegExp): Promise<void> {
  await page.getByTestId('store-raw').getByText(text).waitFor();
}

async function expectFlag(page: Page, flag: string, value: boolean): Promise<void> {
  await page.getByTestId(`store-${flag}`).getByText(String(value), { exact: true }).waitFor();
}

const STORES = [
  ['tab', /ng-session\.tab:[\w-]+ = \{"visits":7\}/],
  ['local', /ng-session\.local:[\w-]+ = \{"visits":7\}/],
  ['cookie', /ng-session\.cookie=[\w-]+:\w+:.*%22visits%22:7/],
  ['indexed-db', /"value": \{\s*"data": \{\s*"visits": 7/],
  ['http', /^\{\s*"visits": 7\s*\}$/],
] as const;

for (const [store, stored] of STORES) {
  test(`${store}: the switcher starts the app with it, and shows what it has stored, raw`, async () => {
    const page = await dataPage();
    if (store !== 'local') await chooseStore(page, store);
    await expectRaw(page, /^Nothing is stored\.$/);
    await expectFlag(page, 'fresh', true);
    await expectFlag(page, 'is-empty', true);

    await putValue(page, 'visits', 7);
    await expectRaw(page, stored);
    await expectFlag(page, 'has-been-modified', false);
    await expectFlag(page, 'is-empty', false);

    await page.reload();
    await page.getByTestId('data-all').getByText('"visits": 7').waitFor();
    await expectRaw(page, stored);
    await expectFlag(page, 'fresh', false);

    await page.getByTestId('data-forget').click();
    await page.getByTestId('data-empty').waitFor();
    await expectRaw(page, /^Nothing is stored\.$/);
  });
}

test('memory: nothing is stored, and a reload begins anew', async () => {
  const page = await dataPage();
  await chooseStore(page, 'memory');
  await putValue(page, 'visits', 7);
  await expectRaw(page, /^Nothing is stored: the data is an object in this page\.$/);
  await expectFlag(page, 'fresh', true);
  await page.reload();
  await page.getByTestId('data-empty').waitFor();
});

test('each store has its own data', async () => {
  const page = await dataPage();
  await putValue(page, 'visits', 1);
  await chooseStore(page, 'cookie');
  await page.getByTestId('data-empty').waitFor();
  await putValue(page, 'visits', 2);
  await chooseStore(page, 'local');
  await page.getByTestId('data-all').getByText('"visits": 1').waitFor();
});

test('the choice wins over the address, and is there at the next start', async () => {
  const page = await dataPage('/data?store=tab&age=45m&clear-with-browser');
  const age = page.getByTestId('store-age');
  const clear = page.getByTestId('store-clear-with-browser').getByRole('checkbox');
  await eventually(() => age.inputValue(), '45m');
  await eventually(() => clear.isChecked(), true);

  await chooseStore(page, 'cookie');
  assert.equal(new URL(page.url()).search, '');
  await Promise.all([page.waitForEvent('load'), age.selectOption('30m')]);
  await Promise.all([page.waitForEvent('load'), clear.click()]);
  await page.goto('/data');
  await page.locator('[data-testid="store-raw"][data-store="cookie"]').waitFor();
  await eventually(() => age.inputValue(), '30m');
  await eventually(() => clear.isChecked(), false);
});

for (const search of ['store=cookies&age=2h', 'store=local&age=soon', 'store=local&age=0s']) {
  test(`an address that makes no sense, ?${search}, leaves the demo with what it begins with`, async () => {
    const page = await dataPage(`/data?${search}`);
    await page.locator('[data-testid="store-raw"][data-store="local"]').waitFor();
    await eventually(() => page.getByTestId('store-age').inputValue(), '2h');
  });
}

test('what another tab stores is shown raw too', async () => {
  const browser = await app.newBrowser();
  const [one, two] = [await browser.newPage(), await browser.newPage()];
  for (const page of [one, two]) await page.goto('/data?store=indexed-db');
  await putValue(one, 'visits', 9);
  await expectRaw(two, /"visits": 9/);
});

test('the events tell when data is stored, when it goes on under another id, and when it can not be', async () => {
  const page = await dataPage('/data?store=cookie');
  await putValue(page, 'visits', 7);
  const id = await page.getByTestId('store-session-id').textContent();
  await page.getByTestId('sign-in-link').click();
  await signInHere(page, 'uma');
  await followLink(page, 'data');
  assert.notEqual(await page.getByTestId('store-session-id').textContent(), id);

  // More than a cookie holds.
  await putValue(page, 'visits', 'x'.repeat(5000));
  await page.getByTestId('store-error').getByText('could not be stored').waitFor();
  await expectFlag(page, 'has-been-modified', true);
  await expectRaw(page, STORES[2][1]);

  await followLink(page, 'events');
  for (const type of ['initiated', 'committed', 'migrated', 'storeFailed']) {
    await page.locator(`[data-testid="event"][data-type="${type}"]`).first().waitFor();
  }
});

test('with a token, the store on the server is neither offered nor begun with', async () => {
  const page = await dataPage('/data?session=token&store=http');
  await page.locator('[data-testid="store-raw"][data-store="local"]').waitFor();
  const choice = page.getByTestId('store-http');
  await choice.getByText('needs a session by cookie').waitFor();
  await eventually(() => choice.getByRole('radio').isDisabled(), true);
});
