import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Account } from './pages/account.ts';
import { clickLink, followLink, waitForPage } from './pages/follow-link.ts';
import type { Link } from './pages/follow-link.ts';
import { pathOf } from './pages/path-of.ts';
import { signIn, signInHere } from './pages/sign-in.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

test('a page that was asked for before the sign-in is shown after it, with its query and fragment', async () => {
  const page = await app.newPage();
  await page.goto('/profile?tab=name&word=a%26b#form');
  await page.waitForURL(/\/sign-in/);
  assert.equal(
    new URL(page.url()).searchParams.get('returnUrl'),
    '/profile?tab=name&word=a%26b#form',
  );
  await signInHere(page, 'uma');
  await waitForPage(page, 'profile');
  assert.equal(pathOf(page), '/profile?tab=name&word=a%26b#form');
});

test('a link to a guarded page leads to the sign-in, and from there to the page', async () => {
  const page = await app.newPage();
  await page.goto('/');
  await clickLink(page, 'profile');
  await page.getByTestId('sign-in-form').waitFor();
  assert.equal(pathOf(page), '/sign-in?returnUrl=%2Fprofile');
  await signInHere(page, 'uma');
  await waitForPage(page, 'profile');
});

const HOSTILE = [
  '//evil.example/profile',
  'https://evil.example/profile',
  'https:evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/%09/evil.example',
  '/%2Fevil.example',
  '/..//evil.example',
  'javascript:document.title="evil"',
  'evil.example',
];

for (const returnUrl of HOSTILE) {
  test(`after the sign-in, returnUrl=${JSON.stringify(returnUrl)} is the first page of the app`, async () => {
    const page = await app.newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('evil')) elsewhere.push(new URL(request.url()).origin);
    });
    await page.goto(`/sign-in?returnUrl=${encodeURIComponent(returnUrl)}`);
    elsewhere.splice(0);
    await signInHere(page, 'uma');
    await waitForPage(page, 'home');
    assert.equal(page.url(), `${app.demo.url}/`);
    assert.match(await page.title(), /^Session/);
    assert.deepEqual(elsewhere, []);
  });
}

test('two values of returnUrl are the first page too', async () => {
  const page = await app.newPage();
  await page.goto('/sign-in?returnUrl=%2Fprofile&returnUrl=%2F%2Fevil.example');
  await signInHere(page, 'uma');
  await waitForPage(page, 'home');
  assert.equal(pathOf(page), '/');
});

const ACCESS = [
  { account: 'ada', open: ['editor', 'admin'], closed: [] },
  { account: 'eli', open: ['editor'], closed: ['admin'] },
  { account: 'uma', open: [], closed: ['editor', 'admin'] },
] as const satisfies { account: Account; open: Link[]; closed: Link[] }[];

for (const { account, open, closed } of ACCESS) {
  test(`${account} gets into: ${open.join(', ') || 'nothing'}; not into: ${closed.join(', ') || 'nothing'}`, async () => {
    const page = await app.newPage();
    await signIn(page, account);
    for (const link of open) {
      await followLink(page, link);
      await page.getByTestId(link === 'admin' ? 'users' : 'articles').waitFor();
    }
    for (const link of closed) {
      assert.equal(await page.getByTestId(`nav-${link}`).count(), 0);
      await page.goto(`/${link}`);
      await page.getByTestId('forbidden').waitFor();
      assert.equal(pathOf(page), '/forbidden');
      await page.getByTestId('go-home').click();
      await waitForPage(page, 'home');
    }
  });
}

test('a guarded page that is opened in the address bar is shown at once to who may see it', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await page.goto('/admin');
  await page.getByTestId('users').waitFor();
});

test('the guard of a page that was left in between does not bring it back', async () => {
  const page = await app.newPage();
  await signIn(page, 'uma');
  const held = Promise.withResolvers<void>();
  await page.route('**/api/session', async (route) => {
    await held.promise;
    await route.continue();
  });
  await clickLink(page, 'profile');
  await clickLink(page, 'data');
  held.resolve();
  await waitForPage(page, 'data');
  await followLink(page, 'events');
  assert.equal(pathOf(page), '/events');
});

test('a page that does not exist says so, to everybody', async () => {
  const page = await app.newPage();
  await page.goto('/no/such/page');
  await page.getByTestId('not-found').waitFor();
  assert.equal(pathOf(page), '/no/such/page');
});

test('a cookie that is gone: the next guarded page asks for the sign-in, and then opens', async () => {
  const browser = await app.newBrowser();
  const page = await browser.newPage();
  await signIn(page, 'uma');
  await browser.clearCookies();
  await clickLink(page, 'profile');
  await page.getByTestId('sign-in-form').waitFor();
  assert.equal(pathOf(page), '/sign-in?returnUrl=%2Fprofile');
  assert.equal(await page.getByTestId('user-menu').count(), 0);
  await signInHere(page, 'uma');
  await waitForPage(page, 'profile');
});

test('a cookie that is gone: the next open page shows nobody', async () => {
  const browser = await app.newBrowser();
  const page = await browser.newPage();
  await signIn(page, 'ada');
  await browser.clearCookies();
  await clickLink(page, 'data');
  await page.getByTestId('sign-in-link').waitFor();
  await waitForPage(page, 'data');
  assert.equal(await page.getByTestId('nav-admin').count(), 0);
});
