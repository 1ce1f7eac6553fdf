import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { ACCOUNTS } from './pages/account.ts';
import { expectStatus } from './pages/expect-state.ts';
import { followLink, waitForPage } from './pages/follow-link.ts';
import { signIn, signInHere } from './pages/sign-in.ts';
import { signOut } from './pages/sign-out.ts';
import { expectSilence, openTabs } from './pages/tabs.ts';
import { eventually } from './support/eventually.ts';
import { recordMessages } from './support/record-messages.ts';
import { recordRequests } from './support/record-requests.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

const TABS = 20;

async function expectNobody(page: Page): Promise<void> {
  await page.getByTestId('sign-in-link').waitFor();
  assert.equal(await page.getByText(ACCOUNTS.ada.name).count(), 0);
}

function recordEach(tabs: readonly Page[]): readonly (readonly string[])[] {
  return tabs.map((tab) => recordRequests(tab, app.demo.api.url));
}

/** One request a tab, and no more: the user, once. */
function onceEach(tabs: readonly Page[]): readonly (readonly string[])[] {
  return tabs.map(() => ['GET /api/session']);
}

test('one sign-out in twenty tabs: one message, one request a tab, then silence', async () => {
  const browser = await app.newBrowser();
  const messages = await recordMessages(browser);
  const first = await browser.newPage();
  await signIn(first, 'ada');
  const others = await openTabs(browser, TABS - 1, 'authenticated');
  messages.length = 0;
  const requests = recordEach(others);

  await signOut(first);
  for (const tab of others) {
    await expectStatus(tab, 'unauthenticated');
    await expectNobody(tab);
  }
  assert.deepEqual(requests, onceEach(others));
  const ofTabs = messages.filter(({ name }) => name.endsWith(':tabs'));
  assert.deepEqual(ofTabs, [{ by: 'channel', name: 'demo.cookie:tabs', data: 'null' }]);
  await expectSilence(messages, ...requests);
});

test('one sign-in in twenty tabs: one message, one request a tab, then silence', async () => {
  const browser = await app.newBrowser();
  const messages = await recordMessages(browser);
  const others = await openTabs(browser, TABS - 1, 'unauthenticated');
  const first = await browser.newPage();
  await first.goto('/sign-in');
  messages.length = 0;
  const requests = recordEach(others);

  await signInHere(first, 'ada');
  for (const tab of others) {
    await expectStatus(tab, 'authenticated');
    await tab.getByTestId('user-menu').getByText(ACCOUNTS.ada.name).waitFor();
  }
  assert.deepEqual(requests, onceEach(others));
  const ofTabs = messages.filter(({ name }) => name.endsWith(':tabs'));
  assert.deepEqual(ofTabs, [{ by: 'channel', name: 'demo.cookie:tabs', data: 'null' }]);
  await expectSilence(messages, ...requests);
});

test('a guarded page leads to the sign-in when another tab signs out, and back when it signs in', async () => {
  const browser = await app.newBrowser();
  const [first, second] = [await browser.newPage(), await browser.newPage()];
  await signIn(first, 'ada');
  await second.goto('/admin');
  await second.getByTestId('users').waitFor();

  await signOut(first);
  await second.getByTestId('sign-in-form').waitFor();
  assert.equal(await second.getByTestId('users').count(), 0);
  await signIn(first, 'ada');
  await second.getByTestId('users').waitFor();
});

test('another person in another tab: nothing of the earlier one is shown in this one', async () => {
  const browser = await app.newBrowser();
  const [first, second] = [await browser.newPage(), await browser.newPage()];
  await signIn(first, 'ada');
  await second.goto('/profile');
  await waitForPage(second, 'profile');
  // Held back: the tab learns of nobody in between, but of another person at once.
  await browser.route('**/api/session', async (route) => {
    if (route.request().frame().page() === second) await held.promise;
    await route.continue().catch(() => undefined);
  });
  const held = Promise.withResolvers<void>();
  await signOut(first);
  await signIn(first, 'uma');
  held.resolve();

  await second.getByTestId('user-menu').getByText(ACCOUNTS.uma.name).waitFor();
  await second.getByTestId('profile-email').getByText(ACCOUNTS.uma.email).waitFor();
  await eventually(() => second.getByTestId('profile-name').inputValue(), ACCOUNTS.uma.name);
  assert.doesNotMatch(await second.content(), /ada@example|Ada Admin/);
  assert.equal(await second.getByTestId('nav-admin').count(), 0);
  await followLink(second, 'events');
  await second.locator('[data-testid="event"][data-type="identityChanged"]').waitFor();
});

test('without channels the storage tells, and nothing stays in it', async () => {
  const browser = await app.newBrowser();
  const messages = await recordMessages(browser, { withoutChannels: true });
  const first = await browser.newPage();
  await signIn(first, 'ada');
  const [second] = await openTabs(browser, 1, 'authenticated');
  assert.ok(second);
  messages.length = 0;
  const requests = recordRequests(second, app.demo.api.url);

  await signOut(first);
  await expectStatus(second, 'unauthenticated');
  await expectNobody(second);
  await signIn(first, 'uma');
  await expectStatus(second, 'authenticated');
  assert.deepEqual(requests, ['GET /api/session', 'GET /api/session']);
  const told = messages.filter(({ name, data }) => name === 'demo.cookie:tabs' && data !== '');
  assert.equal(told.length, 2);
  assert.equal(await first.evaluate(() => localStorage.getItem('demo.cookie:tabs')), null);
  await expectSilence(messages, requests);
});
