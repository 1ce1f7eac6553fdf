import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { ACCOUNTS } from './pages/account.ts';
import { expectStatus } from './pages/expect-state.ts';
import { followLink } from './pages/follow-link.ts';
import { revokeRefreshToken } from './pages/refresh-cookie.ts';
import { signIn } from './pages/sign-in.ts';
import { openTokenPage, shownTokenId } from './pages/token-panel.ts';
import { recordRefreshes } from './pages/record-refreshes.ts';
import { useSession } from './pages/use-session.ts';
import { eventually } from './support/eventually.ts';
import { recordRequests } from './support/record-requests.ts';
import { recordSightings } from './support/record-sightings.ts';
import { useDemo } from './support/use-demo.ts';

/** Seconds that a token lasts; half of them pass before the next one is asked for. */
const AGE = 5;
const RENEWALS = 3;

const app = useDemo({ apiEnv: { TOKEN_AGE: String(AGE) } });

const REFRESH = 'POST /api/token/refresh';
const WAY_IN = '[data-testid="sign-in-form"], [data-testid="sign-in-link"]';

function countRefreshes(requests: readonly string[]): number {
  return requests.filter((one) => one === REFRESH).length;
}

/** Fails where two were for one renewal: the next one is due when half of the age has passed. */
function expectOneEach(refreshes: readonly number[]): void {
  const gaps = refreshes.slice(1).map((second, index) => second - (refreshes[index] ?? 0));
  assert.ok(
    gaps.every((gap) => gap >= Math.floor(AGE / 2)),
    `the seconds between refreshes: ${gaps.join(', ')}`,
  );
}

async function signedInTabs(
  storage: 'memory' | 'local',
): Promise<{ readonly tabs: readonly [Page, Page]; readonly sightings: string[] }> {
  const browser = await app.newBrowser();
  await useSession(browser, 'token', storage);
  const sightings = await recordSightings(browser, WAY_IN);
  const tabs = [await browser.newPage(), await browser.newPage()] as const;
  await signIn(tabs[0], 'uma');
  await tabs[1].goto('/');
  await expectStatus(tabs[1], 'authenticated');
  for (const tab of tabs) await openTokenPage(tab);
  return { tabs, sightings };
}

test('local: one request for each renewal over both tabs, and both have the token', async () => {
  const { tabs } = await signedInTabs('local');
  const refreshes = recordRefreshes(tabs[0].context());
  let before = await shownTokenId(tabs[0]);
  for (let renewals = 0; renewals < RENEWALS; renewals++) {
    await eventually(async () => {
      const [first, second] = await Promise.all(tabs.map(shownTokenId));
      return first === second && first !== before;
    }, true);
    before = await shownTokenId(tabs[0]);
  }
  assert.ok(refreshes.length >= RENEWALS);
  expectOneEach(refreshes);
});

test('memory: each tab has a token of its own, and asks once for each renewal', async () => {
  const { tabs } = await signedInTabs('memory');
  const refreshes = tabs.map((tab) => recordRefreshes(tab));
  const ids = [new Set<string>(), new Set<string>()] as const;
  await eventually(async () => {
    for (const [index, tab] of tabs.entries()) ids[index]?.add(await shownTokenId(tab));
    return refreshes.every(({ length }) => length >= RENEWALS);
  }, true);
  assert.deepEqual(
    [...ids[0]].filter((id) => ids[1].has(id)),
    [],
  );
  refreshes.forEach(expectOneEach);
});

for (const storage of ['memory', 'local'] as const) {
  test(`${storage}: offline while it ends, the user stays, and online it is renewed`, async () => {
    const { tabs, sightings } = await signedInTabs(storage);
    const [page] = tabs;
    sightings.length = 0;
    await page.context().setOffline(true);
    for (const tab of tabs) {
      await tab.getByTestId('token-expiry').filter({ hasText: 'It has ended.' }).waitFor();
      await tab.getByTestId('user-menu').getByText(ACCOUNTS.uma.name).waitFor();
    }
    const before = await shownTokenId(page);
    await page.context().setOffline(false);
    for (const tab of tabs) {
      await tab.getByTestId('token-expiry').filter({ hasText: 's left' }).waitFor();
    }
    assert.notEqual(await shownTokenId(page), before);
    await followLink(page, 'profile');
    await page.getByTestId('profile-email').getByText(ACCOUNTS.uma.email).waitFor();
    assert.deepEqual(sightings, []);
  });
}

for (const [storage, atMost] of [
  // Each tab asks, and so does the page that it leads to: without a token the server may know of a session.
  ['memory', 4],
  ['local', 1],
] as const) {
  test(`${storage}: a refresh token that was revoked signs out both tabs`, async () => {
    const { tabs } = await signedInTabs(storage);
    const [first, second] = tabs;
    const requests = recordRequests(first.context(), app.demo.api.url);
    assert.equal(await revokeRefreshToken(first.context(), app.demo.api.url, app.demo.url), 204);
    for (const tab of [first, second]) await tab.getByTestId('sign-in-link').waitFor();
    for (const tab of [first, second]) {
      assert.equal(await tab.getByText(ACCOUNTS.uma.name).count(), 0);
      assert.equal(await tab.evaluate(() => localStorage.getItem('ng-session.token')), null);
    }
    const refusals = countRefreshes(requests);
    assert.ok(refusals >= 1 && refusals <= atMost, `${refusals} refreshes were refused`);
  });
}

for (const storage of ['memory', 'local'] as const) {
  test(`${storage}: a 401 to a token that only the server knows to be over: one refresh, and the answer`, async () => {
    const browser = await app.newBrowser();
    await useSession(browser, 'token', storage);
    const page = await browser.newPage();
    const bearers: string[] = [];
    page.on('request', (request) => {
      const { authorization } = request.headers();
      if (authorization !== undefined) bearers.push(authorization);
    });
    await page.goto('/sign-in');
    // The clock of this device stands still from here on.
    await page.clock.setFixedTime(Date.now());
    await signIn(page, 'ada');
    const authorization = bearers.at(-1) ?? '';
    const url = `${app.demo.api.url}/api/token/session`;
    await eventually(async () => (await fetch(url, { headers: { authorization } })).status, 401);

    const requests = recordRequests(page, app.demo.api.url);
    await followLink(page, 'admin');
    await page.getByTestId('users').waitFor();
    assert.equal(countRefreshes(requests), 1);
    await expectSignedIn(page);
  });
}

async function expectSignedIn(page: Page): Promise<void> {
  await page.getByTestId('user-menu').getByText(ACCOUNTS.ada.name).waitFor();
}
