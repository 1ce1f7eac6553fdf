import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ACCOUNTS, PASSWORD } from './pages/account.ts';
import type { Account } from './pages/account.ts';
import { expectStatus } from './pages/expect-state.ts';
import { followLink } from './pages/follow-link.ts';
import { pathOf } from './pages/path-of.ts';
import { sessionCookie } from './pages/session-cookie.ts';
import { signIn, submitSignIn } from './pages/sign-in.ts';
import { recordRequests } from './support/record-requests.ts';
import { useDemo } from './support/use-demo.ts';

// Low enough to be reached, and higher than the other tests need.
const app = useDemo({ apiEnv: { SIGN_IN_PER_ACCOUNT: '2' } });

for (const account of ['ada', 'eli', 'uma'] satisfies Account[]) {
  test(`${account} signs in with the right password`, async () => {
    const page = await app.newPage();
    await page.goto('/');
    await page.getByTestId('sign-in-link').click();
    await submitSignIn(page, ACCOUNTS[account].email, PASSWORD);
    await page.getByTestId('user-menu').filter({ hasText: ACCOUNTS[account].name }).waitFor();
    await expectStatus(page, 'authenticated');
    assert.equal(pathOf(page), '/');
  });
}

test('a wrong password says so and signs nobody in', async () => {
  const page = await app.newPage();
  await page.goto('/sign-in');
  await submitSignIn(page, ACCOUNTS.eli.email, 'not the password');
  const message = await page.getByTestId('sign-in-error').textContent();
  assert.equal(message, 'The email or the password is wrong.');
  assert.equal(pathOf(page), '/sign-in');
  assert.equal(await page.getByTestId('user-menu').count(), 0);

  await page.goto('/');
  await expectStatus(page, 'unauthenticated');
});

test('too many wrong passwords: the right one is refused too, and the page says for how long', async () => {
  const page = await app.newPage();
  await page.goto('/sign-in');
  for (const guess of ['first guess', 'second guess']) {
    const answer = page.waitForResponse(/sign-in$/);
    await submitSignIn(page, ACCOUNTS.uma.email, guess);
    assert.equal((await answer).status(), 401);
  }
  await submitSignIn(page, ACCOUNTS.uma.email, PASSWORD);
  await page.getByText(/^Too many attempts\. Try again in \d+ minutes\.$/).waitFor();
  assert.equal(await page.getByTestId('user-menu').count(), 0);
});

test('empty fields get a message each, and nothing is sent', async () => {
  const page = await app.newPage();
  await page.goto('/sign-in');
  const requests = recordRequests(page, app.demo.api.url);
  await page.getByTestId('sign-in-submit').click();
  await page.getByTestId('sign-in-email-error').getByText('Enter your email address.').waitFor();
  await page.getByTestId('sign-in-password-error').getByText('Enter your password.').waitFor();
  const isFocused = await page
    .getByTestId('sign-in-email')
    .evaluate((input) => input === document.activeElement);
  assert.ok(isFocused, 'the focus is where the first mistake is');
  assert.deepEqual(requests, []);
});

test('what the server finds wrong stands at its field', async () => {
  const page = await app.newPage();
  await page.goto('/sign-in');
  await submitSignIn(page, ACCOUNTS.ada.email, 'x'.repeat(300));
  await page.getByTestId('sign-in-password-error').getByText('Use up to 254 characters.').waitFor();
  assert.equal(await page.getByTestId('sign-in-error').count(), 0);

  // And another try is possible.
  await submitSignIn(page, ACCOUNTS.ada.email, PASSWORD);
  await page.getByTestId('user-menu').waitFor();
});

test('who is signed in is led away from the sign-in page', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await page.goto('/sign-in');
  await page.waitForURL('/');
  await page.goto('/sign-in?returnUrl=%2Fdata%3Fx%3D1');
  await page.waitForURL('/data?x=1');
});

test('a session id that was planted before the sign-in is worth nothing after it', async () => {
  const { api, url: origin } = app.demo;
  const planted = await fetch(`${api.url}/api/session/data`, {
    method: 'PUT',
    headers: { origin, 'content-type': 'application/json' },
    body: '{"planted":true}',
  });
  assert.equal(planted.status, 204);
  const [cookie = ''] = planted.headers.getSetCookie();
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(cookie) ?? [];

  const browser = await app.newBrowser();
  await browser.addCookies([{ name, value, url: api.url }]);
  const page = await browser.newPage();
  await signIn(page, 'ada');

  const own = await sessionCookie(browser);
  assert.ok(own && own.value !== value, 'the sign-in brings another session id');
  const attacker = { headers: { cookie: `${name}=${value}` } };
  assert.equal((await fetch(`${api.url}/api/session`, attacker)).status, 401);
  assert.deepEqual(await (await fetch(`${api.url}/api/session/data`, attacker)).json(), {});
});

test('the session outlives a reload of the page', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await followLink(page, 'profile');
  await page.reload();
  await page.getByTestId('profile-email').getByText(ACCOUNTS.ada.email).waitFor();
  assert.equal(pathOf(page), '/profile');
});

test('the session outlives a restart of the API', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await app.demo.api.restart();
  await followLink(page, 'admin');
  await page.getByTestId('users').waitFor();
});

test('another browser is another session', async () => {
  const [adas, elis] = await Promise.all([app.newPage(), app.newPage()]);
  await signIn(adas, 'ada');
  await elis.goto('/');
  await expectStatus(elis, 'unauthenticated');
  await signIn(elis, 'eli');

  await adas.reload();
  await adas.getByTestId('user-menu').filter({ hasText: ACCOUNTS.ada.name }).waitFor();
  await elis.getByTestId('user-menu').filter({ hasText: ACCOUNTS.eli.name }).waitFor();
});
