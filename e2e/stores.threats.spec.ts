import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { expectKept, openData, put, reloadData } from './pages/stores-data.ts';
import { countEvents } from './pages/stores-events.ts';
import { STORES } from './pages/stores-list.ts';
import { expectStored, placeOf, type LastingStore } from './pages/stores-raw.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

const UNSAFE = [
  '__proto__.polluted',
  'constructor.prototype.polluted',
  'toString.call',
  'list.0.__proto__.polluted',
  'list.4294967294',
];
const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
/** What others keep in the browser beside the demo. */
const OTHERS = ['ng-session-of-another-app', 'local', 'ng-session.locale', 'theme'];

async function isPolluted(page: Page): Promise<boolean> {
  return page.evaluate(() => 'polluted' in {} || 'polluted' in Function.prototype);
}

/** Keeps something under the names of others, in every storage. */
async function plantOthers(page: Page): Promise<void> {
  await page.evaluate((names) => {
    for (const name of names) {
      localStorage.setItem(name, 'theirs');
      sessionStorage.setItem(name, 'theirs');
      document.cookie = `${name}=theirs; Path=/`;
    }
  }, OTHERS);
}

async function readOthers(page: Page): Promise<readonly (string | null | undefined)[]> {
  return page.evaluate(
    (names) =>
      names.flatMap((name) => [
        localStorage.getItem(name),
        sessionStorage.getItem(name),
        document.cookie.split('; ').find((cookie) => cookie === `${name}=theirs`) && 'theirs',
      ]),
    OTHERS,
  );
}

for (const { name, keepsOverReload } of STORES) {
  test(`${name}: unsafe paths are refused, text stays text, and what others keep stays theirs`, async () => {
    const page = await app.newPage();
    await page.goto('/favicon.svg');
    await plantOthers(page);
    await openData(page, name);
    await put(page, 'list', [MARKUP]);
    for (const path of UNSAFE) {
      await put(page, path, true);
      const refused = page.getByTestId('data-error-code').filter({ hasText: 'invalid-path' });
      await refused.waitFor();
    }
    await expectKept(page, { list: [MARKUP] });
    if (name !== 'memory') {
      await expectStored(page, placeOf(name, app.demo.api.url), { list: [MARKUP] });
    }
    await reloadData(page);
    await expectKept(page, keepsOverReload ? { list: [MARKUP] } : {});
    assert.equal(await page.getByTestId('data-all').locator('*').count(), 0);
    assert.match(await page.title(), /Session data/);
    assert.equal(await isPolluted(page), false);
    assert.equal(await countEvents(page, 'storeFailed'), 0);
    assert.deepEqual(await readOthers(page), Array<string>(OTHERS.length * 3).fill('theirs'));
  });
}

const HOSTILE = '{"__proto__":{"polluted":1},"a":1}';
for (const [name, text] of [
  ['tab', HOSTILE],
  ['local', HOSTILE],
  ['local', '{"a":{"constructor":{"prototype":{"polluted":1}}}}'],
  ['cookie', `id::${encodeURIComponent(HOSTILE)}`],
] as const satisfies readonly (readonly [LastingStore, string])[]) {
  test(`${name}: ${text} in its place pollutes nothing, and is told once`, async () => {
    const page = await app.newPage();
    await openData(page, name);
    const place = placeOf(name, app.demo.api.url);
    await put(page, 'before', 1);
    await expectStored(page, place, { before: 1 });
    await page.goto('/favicon.svg');
    await place.spoil(page, text);
    await openData(page, name);
    assert.equal(await countEvents(page, 'storeFailed'), 1);
    await expectKept(page, {});
    assert.equal(await isPolluted(page), false);
    await put(page, 'anew', 1);
    await expectStored(page, place, { anew: 1 });
  });
}

/** What another tab, or a person in the developer tools, can do to a store. */
const CLEARED: Readonly<Partial<Record<LastingStore, (page: Page) => Promise<void>>>> = {
  local: (page) => page.evaluate(() => localStorage.clear()),
  cookie: (page) => page.context().clearCookies({ name: 'ng-session.cookie' }),
  'indexed-db': (page) => page.evaluate(() => localStorage.clear()),
  http: (page) => page.context().clearCookies(),
};

for (const [name, clear] of Object.entries(CLEARED) as [LastingStore, typeof CLEARED.local][]) {
  test(`${name}: what somebody else has cleared does not come back, and the app goes on`, async () => {
    const browser = await app.newBrowser();
    const [page, other] = [await browser.newPage(), await browser.newPage()];
    await openData(page, name);
    await put(page, 'before', 1);
    const place = placeOf(name, app.demo.api.url);
    await expectStored(page, place, { before: 1 });
    await other.goto('/favicon.svg');
    await clear?.(other);
    await put(page, 'anew', 1);
    await expectStored(page, place, { anew: 1 });
    await expectKept(page, { anew: 1 });
    assert.equal(await countEvents(page, 'storeFailed'), 0);
    await openData(page, name);
    await expectKept(page, { anew: 1 });
  });
}
