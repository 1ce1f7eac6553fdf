import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { expectStatus } from './pages/expect-state.ts';
import { clickLink, followLink, waitForPage } from './pages/follow-link.ts';
import { signIn } from './pages/sign-in.ts';
import { toggleRole } from './pages/toggle-role.ts';
import { useCache } from './pages/use-cache.ts';
import { eventually } from './support/eventually.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

const ALLOWED = {
  admin: 'For admins only.',
  any: 'For admins and for editors.',
  all: 'For those who are both.',
};

/** Which of the first page's examples are open. */
async function openExamples(page: Page): Promise<readonly string[]> {
  await waitForPage(page, 'home');
  const texts = await Promise.all(
    Object.keys(ALLOWED).map((name) => page.getByTestId(`role-${name}`).innerText()),
  );
  return Object.entries(ALLOWED)
    .filter(([, text], index) => texts[index]?.includes(text))
    .map(([name]) => name);
}

/** Which links are there for some only. */
async function specialLinks(page: Page): Promise<readonly string[]> {
  const links = ['editor', 'admin'];
  const counts = await Promise.all(links.map((link) => page.getByTestId(`nav-${link}`).count()));
  return links.filter((_link, index) => counts[index] === 1);
}

async function adminPage(): Promise<Page> {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await followLink(page, 'admin');
  return page;
}

test('each role sees its own links and content', async () => {
  for (const [account, links, examples] of [
    ['ada', ['editor', 'admin'], ['admin', 'any']],
    ['eli', ['editor'], ['any']],
    ['uma', [], []],
  ] as const) {
    const page = await app.newPage();
    await signIn(page, account);
    assert.deepEqual(await specialLinks(page), links);
    await eventually(() => openExamples(page), examples);
  }
});

test('nobody sees none of it', async () => {
  const page = await app.newPage();
  await page.goto('/');
  await expectStatus(page, 'unauthenticated');
  assert.deepEqual(await specialLinks(page), []);
  await eventually(() => openExamples(page), []);
});

test('a role that is given or taken elsewhere comes and goes with the next navigation', async () => {
  const [admin, umas] = [await adminPage(), await app.newPage()];
  await signIn(umas, 'uma');

  await toggleRole(admin, 'uma', 'editor');
  await followLink(umas, 'data');
  await umas.getByTestId('nav-editor').waitFor();
  await followLink(umas, 'home');
  await eventually(() => openExamples(umas), ['any']);
  await followLink(umas, 'editor');
  await umas.getByTestId('article').first().waitFor();

  await toggleRole(admin, 'uma', 'admin');
  await followLink(umas, 'home');
  await umas.getByTestId('nav-admin').waitFor();
  await eventually(() => openExamples(umas), ['admin', 'any', 'all']);

  await toggleRole(admin, 'uma', 'admin');
  await toggleRole(admin, 'uma', 'editor');
  await clickLink(umas, 'editor');
  await umas.getByTestId('forbidden').waitFor();
  assert.deepEqual(await specialLinks(umas), []);
  await followLink(umas, 'home');
  await eventually(() => openExamples(umas), []);
});

test('a role that the app still believes in: the server refuses, and nobody is signed out', async () => {
  const admin = await adminPage();
  const elis = await app.newPage();
  await useCache(elis, 'true');
  await signIn(elis, 'eli');
  await toggleRole(admin, 'eli', 'editor');

  // Nothing has told the app yet, as it may keep its answer for good.
  await followLink(elis, 'editor');
  await elis.getByText('Your roles do not allow this.').waitFor();
  assert.equal(await elis.getByTestId('article').count(), 0);
  await followLink(elis, 'home');
  await expectStatus(elis, 'authenticated');

  // Until it is told to ask.
  await elis.getByTestId('update').click();
  await elis.getByTestId('nav-editor').waitFor({ state: 'detached' });
  await toggleRole(admin, 'eli', 'editor');
});

test('an admin who gives the role away leaves the page, and its link is gone', async () => {
  const page = await adminPage();
  await toggleRole(page, 'uma', 'admin');
  await page
    .locator('[data-email="ada@example.com"]')
    .getByTestId('role-admin')
    .locator('input')
    .click();
  await waitForPage(page, 'home');
  assert.deepEqual(await specialLinks(page), []);

  const umas = await app.newPage();
  await signIn(umas, 'uma');
  await followLink(umas, 'admin');
  await toggleRole(umas, 'ada', 'admin');
  await toggleRole(umas, 'uma', 'user');
});

test('a new name shows everywhere as soon as it is saved', async () => {
  const page = await app.newPage();
  await signIn(page, 'eli');
  await followLink(page, 'profile');
  await page.getByTestId('profile-name').fill('Eli the Second');
  await page.getByTestId('profile-save').click();
  await page.getByText('Saved.').waitFor();
  await page.getByTestId('user-menu').filter({ hasText: 'Eli the Second' }).waitFor();
});
