import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ACCOUNTS } from './pages/account.ts';
import { expectStatus } from './pages/expect-state.ts';
import { followLink, waitForPage } from './pages/follow-link.ts';
import { pathOf } from './pages/path-of.ts';
import { refreshTokenOf } from './pages/refresh-cookie.ts';
import { signIn } from './pages/sign-in.ts';
import { signOut } from './pages/sign-out.ts';
import { openTokenPage, shownTokenId } from './pages/token-panel.ts';
import { useSession } from './pages/use-session.ts';
import { eventually } from './support/eventually.ts';
import { recordRequests } from './support/record-requests.ts';
import { recordSightings } from './support/record-sightings.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

const REFRESH = 'POST /api/token/refresh';
/** What is shown to nobody who is signed in. */
const WAY_IN = '[data-testid="sign-in-form"], [data-testid="sign-in-link"]';

for (const [storage, refreshes] of [
  ['memory', [REFRESH]],
  ['session', []],
  ['local', []],
] as const) {
  test(`${storage}: a guarded page is there after a reload, and no way in was to be seen`, async () => {
    const browser = await app.newBrowser();
    await useSession(browser, 'token', storage);
    const sightings = await recordSightings(browser, WAY_IN);
    const page = await browser.newPage();
    await signIn(page, 'ada');
    await followLink(page, 'admin');
    assert.notDeepEqual(sightings, []);
    sightings.length = 0;
    const requests = recordRequests(page, app.demo.api.url);
    for (let reloads = 0; reloads < 3; reloads++) {
      await page.reload();
      await page.getByTestId('users').waitFor();
    }
    assert.deepEqual(sightings, []);
    assert.deepEqual(
      requests.filter((one) => one === REFRESH),
      [...refreshes, ...refreshes, ...refreshes],
    );
  });
}

test('the address chooses the token and its place, and the choice is there at the next start', async () => {
  const page = await app.newPage();
  await page.goto('/token?session=token&tokens=session');
  await eventually(() => page.getByTestId('session-use').inputValue(), 'token');
  await eventually(() => page.getByTestId('session-tokens').inputValue(), 'session');
  await Promise.all([
    page.waitForEvent('load'),
    page.getByTestId('session-tokens').selectOption('local'),
  ]);
  assert.equal(pathOf(page), '/token');
  await page.goto('/token');
  await eventually(() => page.getByTestId('session-tokens').inputValue(), 'local');
  await Promise.all([
    page.waitForEvent('load'),
    page.getByTestId('session-use').selectOption('cookie'),
  ]);
  await page.getByTestId('token-cookie').waitFor();
});

test('an address that makes no sense leaves the demo with a cookie', async () => {
  const page = await app.newPage();
  await page.goto('/token?session=tokens&tokens=disk');
  await page.getByTestId('token-cookie').waitFor();
});

test('the page of the token tells what it says, renews it, and forgets it until the page asks the server anew', async () => {
  const browser = await app.newBrowser();
  await useSession(browser, 'token');
  const page = await browser.newPage();
  await page.goto('/token');
  await page.getByTestId('token-none').waitFor();
  await signIn(page, 'eli');
  await openTokenPage(page);
  await page
    .getByTestId('token-expiry')
    .filter({ hasText: /\d+ s left/ })
    .waitFor();
  const before = await shownTokenId(page);

  await page.getByTestId('token-renew').click();
  await page.getByText('Renewed.').waitFor();
  assert.notEqual(await shownTokenId(page), before);
  await page.getByTestId('user-menu').getByText(ACCOUNTS.eli.name).waitFor();

  await page.getByTestId('token-forget').click();
  await page.getByTestId('token-none').waitFor();
  await page.getByTestId('sign-in-link').waitFor();
  await followLink(page, 'home');
  await expectStatus(page, 'unauthenticated');
  await page.reload();
  await expectStatus(page, 'authenticated');
});

test('after the sign-out the token and the refresh token are gone, here and at the server', async () => {
  const browser = await app.newBrowser();
  await useSession(browser, 'token', 'local');
  const page = await browser.newPage();
  await signIn(page, 'ada');
  const refreshToken = await refreshTokenOf(browser);
  assert.notEqual(refreshToken, '');
  await signOut(page);
  await waitForPage(page, 'home');
  await expectStatus(page, 'unauthenticated');
  assert.equal(await page.evaluate(() => localStorage.getItem('ng-session.token')), null);
  assert.equal(await refreshTokenOf(browser), '');
  const replayed = await fetch(`${app.demo.api.url}/api/token/refresh`, {
    method: 'POST',
    headers: {
      cookie: `demo.refresh=${refreshToken}`,
      origin: app.demo.url,
      'content-type': 'application/json',
    },
    body: '{}',
  });
  assert.equal(replayed.status, 401);
  await page.reload();
  await expectStatus(page, 'unauthenticated');
});

test('only the routes of the token get a cookie, and only others need none', async () => {
  const browser = await app.newBrowser();
  await useSession(browser, 'token');
  const page = await browser.newPage();
  const carried: Promise<string>[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin !== app.demo.api.url || pathname.startsWith('/api/token/')) return;
    const { cookie: none = 'no cookie', authorization = 'no token' } = request.headers();
    carried.push(
      request
        .headerValue('cookie')
        .then((cookie) => `${cookie === null ? none : 'a cookie'}, ${authorization.slice(0, 6)}`),
    );
  });
  await signIn(page, 'ada');
  await followLink(page, 'admin');
  await page.getByTestId('users').waitFor();
  assert.deepEqual(await Promise.all(carried), ['no cookie, Bearer']);
});

for (const storage of ['memory', 'session', 'local'] as const) {
  test(`${storage}: another tab learns of a sign-in, of another person and of a sign-out`, async () => {
    const browser = await app.newBrowser();
    await useSession(browser, 'token', storage);
    const [first, second] = [await browser.newPage(), await browser.newPage()];
    await second.goto('/');
    await expectStatus(second, 'unauthenticated');
    await signIn(first, 'ada');
    await second.getByTestId('user-menu').getByText(ACCOUNTS.ada.name).waitFor();
    await followLink(second, 'admin');
    await signOut(first);
    await second.getByTestId('sign-in-form').waitFor();
    await signIn(first, 'uma');
    await second.getByTestId('user-menu').getByText(ACCOUNTS.uma.name).waitFor();
    await second.getByTestId('forbidden').waitFor();
    assert.doesNotMatch(await second.content(), /Ada Admin/);
  });
}
