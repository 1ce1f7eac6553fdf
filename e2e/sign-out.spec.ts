import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { ACCOUNTS } from './pages/account.ts';
import { expectStatus } from './pages/expect-state.ts';
import { expectValuesGone } from './pages/expect-values-gone.ts';
import { followLink, waitForPage } from './pages/follow-link.ts';
import { pathOf } from './pages/path-of.ts';
import { asHeader, sessionCookie } from './pages/session-cookie.ts';
import { signIn } from './pages/sign-in.ts';
import { signOut } from './pages/sign-out.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

/** What the API answers to somebody who has copied the cookie. */
async function replay(headers: Record<string, string>): Promise<number> {
  return (await fetch(`${app.demo.api.url}/api/session`, { headers })).status;
}

async function expectNobody(page: Page): Promise<void> {
  await page.getByTestId('sign-in-link').waitFor();
  assert.equal(await page.getByText(ACCOUNTS.ada.name).count(), 0);
  assert.equal(await page.getByTestId('nav-admin').count(), 0);
}

test('after the sign-out nobody is signed in, and guarded pages are closed', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await followLink(page, 'admin');
  await signOut(page);
  await waitForPage(page, 'home');
  await expectNobody(page);
  await expectStatus(page, 'unauthenticated');
  await page.goto('/admin');
  await page.getByTestId('sign-in-form').waitFor();
  assert.equal(pathOf(page), '/sign-in?returnUrl=%2Fadmin');
});

test('after the sign-out the cookie is gone, and a copy of it is worth nothing', async () => {
  const browser = await app.newBrowser();
  const page = await browser.newPage();
  await signIn(page, 'ada');
  const copied = asHeader(await sessionCookie(browser));
  assert.equal(await replay(copied), 200);

  const answered = page.waitForResponse(/sign-out$/);
  await signOut(page);
  assert.equal((await answered).status(), 204);
  assert.equal(await sessionCookie(browser), undefined);
  assert.equal(await replay(copied), 401);
});

test('the values of the session go with the user', async () => {
  await expectValuesGone(await app.newPage());
});

test('going back after the sign-out shows no guarded page', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await followLink(page, 'admin');
  await page.getByTestId('users').waitFor();
  await signOut(page);
  await waitForPage(page, 'home');
  await page.goBack();
  await page.getByTestId('sign-in-form').waitFor();
  await expectNobody(page);
});

for (const [name, goAway, comeBack] of [
  [
    'offline',
    (page: Page) => page.context().setOffline(true),
    (page: Page) => page.context().setOffline(false),
  ],
  ['with the API down', () => app.demo.api.stop(), () => app.demo.api.restart()],
] as const) {
  test(`a sign-out ${name} takes the user away at once, and for good`, async () => {
    const browser = await app.newBrowser();
    const page = await browser.newPage();
    await signIn(page, 'ada');
    const copied = asHeader(await sessionCookie(browser));
    await goAway(page);
    await signOut(page);
    await expectNobody(page);
    await page.getByTestId('session-banner').waitFor();
    // The next page is not asked from the server, which is away.
    await followLink(page, 'home');
    await expectNobody(page);

    await comeBack(page);
    const answered = page.waitForResponse(
      (response) => response.url().endsWith('/sign-out') && response.status() === 204,
    );
    await followLink(page, 'home');
    await answered;
    await expectStatus(page, 'unauthenticated');
    await page.getByTestId('session-banner').waitFor({ state: 'detached' });
    await expectNobody(page);
    assert.equal(await replay(copied), 401, 'the server has learnt of it in the end');

    await page.reload();
    await expectStatus(page, 'unauthenticated');
  });
}

test('an answer that was under way when the user signed out brings nobody back', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  const arrived = Promise.withResolvers<void>();
  const signedOut = Promise.withResolvers<void>();
  await page.route(
    '**/api/session',
    async (route) => {
      const response = await route.fetch();
      arrived.resolve();
      await signedOut.promise;
      // The app may have given up on it.
      await route.fulfill({ response }).catch(() => undefined);
    },
    { times: 1 },
  );
  await followLink(page, 'data');
  await arrived.promise;
  await signOut(page);
  await waitForPage(page, 'home');
  await expectStatus(page, 'unauthenticated');

  signedOut.resolve();
  // The panel tells when the app has got the answer, if it still wanted it.
  const late = '[data-url="/data"] [data-path="/api/session"]:not([data-outcome="pending"])';
  await page.locator(late).waitFor({ state: 'attached' });
  await expectStatus(page, 'unauthenticated');
  await expectNobody(page);
});
