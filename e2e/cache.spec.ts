import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { expectStatus } from './pages/expect-state.ts';
import { clickLink, followLink } from './pages/follow-link.ts';
import { signIn } from './pages/sign-in.ts';
import { useCache } from './pages/use-cache.ts';
import { recordRequests } from './support/record-requests.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();
const SESSION = 'GET /api/session';

/** Counts how often the network was asked for the session while something was done. */
async function countOf(page: Page, action: () => Promise<unknown>): Promise<number> {
  const requests = recordRequests(page, app.demo.api.url);
  await action();
  // Whatever the page has begun is out by now.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  return requests.filter((request) => request === SESSION).length;
}

async function adasPage(rule: 'false' | 'true' | '1m'): Promise<Page> {
  const page = await app.newPage();
  await useCache(page, rule);
  await signIn(page, 'ada');
  return page;
}

test('cache: false asks once a navigation, on open and on guarded pages', async () => {
  const page = await adasPage('false');
  for (const link of ['data', 'profile', 'editor', 'admin', 'events', 'home'] as const) {
    assert.equal(await countOf(page, () => followLink(page, link)), 1, link);
  }
});

test('cache: false asks once for a navigation that is redirected', async () => {
  const page = await app.newPage();
  await page.goto('/');
  await expectStatus(page, 'unauthenticated');
  const toSignIn = async (): Promise<void> => {
    await clickLink(page, 'profile');
    await page.getByTestId('sign-in-form').waitFor();
  };
  assert.equal(await countOf(page, toSignIn), 1, 'to the sign-in page');

  await signIn(page, 'eli');
  const start = (path: string, then: string): Promise<number> =>
    countOf(page, async () => {
      await page.goto(path);
      await page.getByTestId(then).waitFor();
    });
  assert.equal(await start('/admin', 'forbidden'), 1, 'to the forbidden page');
  assert.equal(await start('/sign-in?returnUrl=%2Fprofile', 'profile-form'), 1, 'away from it');
});

test('cache: false asks once where one navigation takes the place of another', async () => {
  const page = await adasPage('false');
  const both = async (): Promise<void> => {
    await page.evaluate(() => {
      for (const link of ['profile', 'admin']) {
        document.querySelector<HTMLElement>(`[data-testid="nav-${link}"]`)?.click();
      }
    });
    await page.getByTestId('users').waitFor();
  };
  assert.equal(await countOf(page, both), 1);
});

test('cache: true asks once, and then no more', async () => {
  const page = await app.newPage();
  await useCache(page, 'true');
  assert.equal(
    await countOf(page, async () => {
      await page.goto('/');
      await expectStatus(page, 'unauthenticated');
    }),
    1,
    'at the start',
  );
  await signIn(page, 'ada');
  for (const link of ['data', 'profile', 'editor', 'admin', 'home'] as const) {
    assert.equal(await countOf(page, () => followLink(page, link)), 0, link);
  }
});

test('cache: true keeps that nobody is signed in, too', async () => {
  const page = await app.newPage();
  await useCache(page, 'true');
  await page.goto('/');
  await expectStatus(page, 'unauthenticated');
  const visit = async (): Promise<void> => {
    await followLink(page, 'data');
    await clickLink(page, 'profile');
    await page.getByTestId('sign-in-form').waitFor();
  };
  assert.equal(await countOf(page, visit), 0);
});

test("cache: '1m' asks no more within the minute, and once after it", async () => {
  const page = await app.newPage();
  await page.clock.install();
  await useCache(page, '1m');
  await signIn(page, 'ada');
  const follow = (link: 'data' | 'profile' | 'admin'): Promise<number> =>
    countOf(page, () => followLink(page, link));

  assert.equal(await follow('data'), 0, 'at once');
  await page.clock.fastForward(50_000);
  assert.equal(await follow('profile'), 0, 'after 50 s');
  await page.clock.fastForward(11_000);
  assert.equal(await follow('admin'), 1, 'after 61 s');
  assert.equal(await follow('data'), 0, 'with the new answer');
});

test('the switcher of the demo chooses the rule', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await page.getByTestId('requests-toggle').click();
  await page.getByTestId('cache-true').getByRole('radio').click();
  await page.getByText('The server is asked once; navigations ask no more.').waitFor();
  await expectStatus(page, 'authenticated');
  assert.equal(await countOf(page, () => followLink(page, 'profile')), 0);

  await page.getByTestId('cache-false').getByRole('radio').click();
  await page.getByText('Every navigation asks the server who is signed in.').waitFor();
  await page.getByTestId('profile-form').waitFor();
  assert.equal(await countOf(page, () => followLink(page, 'data')), 1);
});

test('the panel of the demo shows what was asked', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await page.getByTestId('requests-toggle').click();
  await page.getByTestId('requests-clear').click();
  await followLink(page, 'admin');
  const shown = page.locator('[data-testid="requests-navigation"][data-url="/admin"]');
  await shown.locator('[data-path="/api/users"][data-outcome="200"]').waitFor();
  const rows = await shown
    .getByTestId('request')
    .evaluateAll((all) => all.map((row) => `${row.dataset['method']} ${row.dataset['path']}`));
  assert.deepEqual(rows, [SESSION, 'GET /api/users']);
});
