import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { ACCOUNTS } from './pages/account.ts';
import { expectStatus } from './pages/expect-state.ts';
import { clickLink, followLink } from './pages/follow-link.ts';
import { holdRequests } from './pages/hold-requests.ts';
import { pathOf } from './pages/path-of.ts';
import { signIn, signInHere } from './pages/sign-in.ts';
import { useCache } from './pages/use-cache.ts';
import { recordRequests } from './support/record-requests.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();
const SESSION = '**/api/session';

async function expectBanner(page: Page, message: string, reason: string): Promise<void> {
  const banner = page.getByTestId('session-banner');
  await banner.filter({ hasText: message }).filter({ hasText: reason }).waitFor();
}

/** Waits for what stands in the place of a guarded page while nobody knows who is asking. */
async function expectClosed(page: Page): Promise<void> {
  await page.getByTestId('interrupted').waitFor();
  assert.equal(await page.getByTestId('users').count(), 0);
  assert.equal(await page.getByTestId('sign-in-form').count(), 0);
  assert.equal(await page.getByTestId('nav-admin').count(), 0);
}

async function expectNoBanner(page: Page): Promise<void> {
  await page.getByTestId('session-banner').waitFor({ state: 'detached' });
}

/** Takes the API off the network, and brings it back whatever happens. */
async function withoutApi(action: () => Promise<void>): Promise<void> {
  await app.demo.api.stop();
  try {
    await action();
  } finally {
    await app.demo.api.restart();
  }
}

const UNKNOWN = 'It is not known who is signed in.';
const STALE = 'This may be out of date.';
const UNREACHED = 'The server could not be reached.';

test('the API is down at the start: guarded pages stay closed, and open with a retry', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await withoutApi(async () => {
    await page.goto('/admin?x=1');
    await expectBanner(page, UNKNOWN, UNREACHED);
    await expectClosed(page);

    const failed = page.waitForEvent('requestfailed');
    await page.getByTestId('session-retry').click();
    await failed;
    await expectBanner(page, UNKNOWN, UNREACHED);
    await expectClosed(page);
  });
  await page.getByTestId('session-retry').click();
  await page.getByTestId('users').waitFor();
  assert.equal(pathOf(page), '/admin?x=1');
  await expectNoBanner(page);
});

test('the API is down at the start: open pages open, and show neither a user nor that there is none', async () => {
  const page = await app.newPage();
  await withoutApi(async () => {
    await page.goto('/');
    await expectStatus(page, 'error');
    await page.getByTestId('role-admin').getByText('Not known yet').waitFor();
    await followLink(page, 'data');
  });
  await followLink(page, 'home');
  await expectStatus(page, 'unauthenticated');
});

test('the API goes down later: the user stays, marked as out of date', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await withoutApi(async () => {
    await followLink(page, 'data');
    await expectBanner(page, STALE, UNREACHED);
    await followLink(page, 'profile');
    await page.getByTestId('profile-email').getByText(ACCOUNTS.ada.email).waitFor();
    await page.getByTestId('nav-admin').waitFor();
  });
  await page.getByTestId('session-retry').click();
  await expectNoBanner(page);
  await page.getByTestId('user-menu').filter({ hasText: ACCOUNTS.ada.name }).waitFor();
});

for (const [name, status, contentType, body] of [
  ['a page of HTML', 200, 'text/html', '<!doctype html><h1>Sign in to this network</h1>'],
  ['a list', 200, 'application/json', '[{"id":1,"roles":["admin"]}]'],
  ['a text', 200, 'application/json', '"admin"'],
  ['a failure', 500, 'application/json', '{"id":1,"name":"Nobody","roles":["admin"]}'],
  ['a refusal', 403, 'application/json', '{"id":1,"name":"Nobody","roles":["admin"]}'],
] as const) {
  test(`${name} with status ${status} in the place of the session signs nobody in, and nobody out`, async () => {
    const page = await app.newPage();
    const answerWrongly = (): Promise<unknown> =>
      page.route(SESSION, (route) =>
        route.fulfill({
          status,
          contentType,
          body,
          headers: {
            'access-control-allow-origin': app.demo.url,
            'access-control-allow-credentials': 'true',
          },
        }),
      );
    const reason = status === 200 ? 'makes no sense' : 'could not answer';
    await answerWrongly();
    await page.goto('/admin');
    await expectBanner(page, UNKNOWN, reason);
    await expectClosed(page);

    await page.unroute(SESSION);
    await page.getByTestId('session-retry').click();
    await page.getByTestId('sign-in-form').waitFor();
    await signInHere(page, 'ada');
    await page.getByTestId('users').waitFor();

    await answerWrongly();
    await followLink(page, 'data');
    await expectBanner(page, STALE, reason);
    await page.getByTestId('user-menu').filter({ hasText: ACCOUNTS.ada.name }).waitFor();
  });
}

test('a request that is never answered ends after ten seconds', async () => {
  const page = await app.newPage();
  await page.clock.install();
  await signIn(page, 'ada');
  const held = await holdRequests(page, 'GET', SESSION);
  await page.goto('/admin');
  await held.arrived(1);
  await page.clock.runFor(9000);
  assert.equal(await page.getByTestId('session-banner').count(), 0);
  await page.clock.runFor(2000);
  await expectBanner(page, UNKNOWN, 'took too long');
  await expectClosed(page);

  held.release();
  await page.getByTestId('session-retry').click();
  await page.getByTestId('users').waitFor();
});

test('guarded pages open late, but open, when the answer takes its time', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  const held = await holdRequests(page, 'GET', SESSION);
  await clickLink(page, 'admin');
  await held.arrived(1);
  await page.getByRole('progressbar', { name: 'Loading the page' }).waitFor();
  assert.equal(pathOf(page), '/');
  held.release();
  await page.getByTestId('users').waitFor();
});

test('the session ends on the server: many refused requests lead to the sign-in once, and back', async () => {
  const browser = await app.newBrowser();
  const page = await browser.newPage();
  await useCache(page, 'true');
  await signIn(page, 'ada');
  await followLink(page, 'admin');
  await page.getByTestId('users').waitFor();
  await browser.clearCookies();

  const visited: string[] = [];
  page.on('framenavigated', () => visited.push(pathOf(page)));
  const refused: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/roles')) refused.push(response.status());
  });
  const held = await holdRequests(page, 'PUT', '**/api/users/*/roles');
  const boxes = page.getByTestId('users').locator('input[type=checkbox]');
  const count = await boxes.count();
  assert.equal(count, 9);
  await boxes.evaluateAll((all) => all.forEach((box) => (box as HTMLElement).click()));
  await held.arrived(count);
  const requests = recordRequests(page, app.demo.api.url);
  held.release();
  await page.getByTestId('sign-in-form').waitFor();
  await signInHere(page, 'ada');
  await page.getByTestId('users').waitFor();
  assert.deepEqual(visited, ['/sign-in?returnUrl=%2Fadmin', '/admin']);
  assert.deepEqual(refused, Array<number>(count).fill(401));
  assert.deepEqual(requests, ['POST /api/users/sign-in', 'GET /api/session', 'GET /api/users']);
});
