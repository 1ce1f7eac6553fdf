import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { ACCOUNTS } from './pages/account.ts';
import { articleInForm, publish } from './pages/article-form.ts';
import { clickLink, followLink, waitForPage } from './pages/follow-link.ts';
import { holdRequests } from './pages/hold-requests.ts';
import { pathOf } from './pages/path-of.ts';
import { signIn, signInHere } from './pages/sign-in.ts';
import { signOut } from './pages/sign-out.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();
const SESSION = '**/api/session';
const BODY = 'Long enough to be an article.';

async function newArticlePage(): Promise<Page> {
  const page = await app.newPage();
  await signIn(page, 'eli');
  await followLink(page, 'editor');
  await page.getByTestId('new-article').click();
  await page.getByTestId('article-form').waitFor();
  await expectNoNotification(page);
  return page;
}

async function expectNotification(page: Page, text: string): Promise<void> {
  await page.getByTestId('flash-notification').getByText(text, { exact: true }).waitFor();
}

async function expectNoNotification(page: Page): Promise<void> {
  await page.getByTestId('flash-notification').waitFor({ state: 'detached' });
}

async function expectErrors(page: Page, errors: { title?: string; body?: string }): Promise<void> {
  for (const field of ['title', 'body'] as const) {
    const message = page.getByTestId(`article-${field}-error`);
    const text = errors[field];
    if (text === undefined) await message.waitFor({ state: 'detached' });
    else await message.getByText(text, { exact: true }).waitFor();
    const isWrong = String(text !== undefined);
    await page.locator(`[data-testid="article-${field}"][aria-invalid="${isWrong}"]`).waitFor();
  }
}

/** Does something after which the app navigates, and reloads the page before it gets there. */
async function reloadOnTheWay(page: Page, action: () => Promise<void>): Promise<void> {
  const held = await holdRequests(page, 'GET', SESSION);
  await action();
  await held.arrived(1);
  const reloaded = page.reload();
  // By the new page: the one before it is gone, and never gets its answer.
  await held.arrived(2);
  held.release();
  await reloaded;
}

test('what the server finds wrong stands at its fields, with what was typed in them', async () => {
  const page = await newArticlePage();
  const typed = { title: 'X'.repeat(81), body: 'Short.' };
  await publish(page, typed);
  await expectErrors(page, {
    title: 'Use up to 80 characters. Use small letters too.',
    body: 'Use at least 20 characters.',
  });
  assert.deepEqual(await articleInForm(page), typed);
  assert.equal(pathOf(page), '/articles/new');

  // What is mended is not complained of any more.
  await publish(page, { title: 'Title', body: 'Still short.' });
  await expectErrors(page, { body: 'Use at least 20 characters.' });
  assert.deepEqual(await articleInForm(page), { title: 'Title', body: 'Still short.' });
});

test('messages and old input are there for one page: a reload or another visit finds the form empty', async () => {
  const page = await newArticlePage();
  await publish(page, { title: 'Title', body: 'Short.' });
  await expectErrors(page, { body: 'Use at least 20 characters.' });
  await page.reload();
  await expectErrors(page, {});
  assert.deepEqual(await articleInForm(page), { title: '', body: '' });

  await publish(page, { title: 'Title', body: 'Short.' });
  await expectErrors(page, { body: 'Use at least 20 characters.' });
  await followLink(page, 'editor');
  await page.getByTestId('new-article').click();
  await page.getByTestId('article-form').waitFor();
  await expectErrors(page, {});
  assert.deepEqual(await articleInForm(page), { title: '', body: '' });
});

test('messages and old input survive a reload that comes before they are shown', async () => {
  const page = await newArticlePage();
  await reloadOnTheWay(page, () => publish(page, { title: '', body: 'Short.' }));
  await expectErrors(page, { title: 'This is required.', body: 'Use at least 20 characters.' });
  assert.deepEqual(await articleInForm(page), { title: '', body: 'Short.' });
});

test('a notification is shown after the redirect, and gone with the next navigation', async () => {
  const page = await newArticlePage();
  await publish(page, { title: ' About <b>flash</b> ', body: BODY });
  await waitForPage(page, 'editor');
  await expectNotification(page, '“About <b>flash</b>” is published.');
  await page.getByTestId('article').getByText('About <b>flash</b>', { exact: true }).waitFor();
  await followLink(page, 'data');
  await expectNoNotification(page);
  await followLink(page, 'editor');
  await expectNoNotification(page);
});

test('a notification that was shown does not survive a reload', async () => {
  const page = await newArticlePage();
  await publish(page, { title: 'Shown once', body: BODY });
  await expectNotification(page, '“Shown once” is published.');
  await page.reload();
  await page.getByTestId('article').first().waitFor();
  await expectNoNotification(page);
});

test('a notification survives a reload that comes before it is shown', async () => {
  const page = await newArticlePage();
  await reloadOnTheWay(page, () => publish(page, { title: 'Kept', body: BODY }));
  await expectNotification(page, '“Kept” is published.');
  await followLink(page, 'editor');
  await expectNoNotification(page);
});

test('an API that is down leaves the form as it is, and says so', async () => {
  const page = await newArticlePage();
  await app.demo.api.stop();
  try {
    await publish(page, { title: 'Title', body: BODY });
    await page.getByTestId('article-error').getByText('could not be reached').waitFor();
  } finally {
    await app.demo.api.restart();
  }
  await expectErrors(page, {});
  assert.deepEqual(await articleInForm(page), { title: 'Title', body: BODY });
  await page.getByTestId('article-publish').click();
  await expectNotification(page, '“Title” is published.');
});

test('the server welcomes whoever signs in, on the page after it, once', async () => {
  const page = await app.newPage();
  await page.goto('/profile');
  await page.getByTestId('sign-in-form').waitFor();
  await signInHere(page, 'uma');
  await waitForPage(page, 'profile');
  await expectNotification(page, `Welcome back, ${ACCOUNTS.uma.name}.`);
  await clickLink(page, 'home');
  await expectNoNotification(page);
  const user = JSON.parse((await page.getByTestId('state-user').textContent()) ?? '') as object;
  assert.deepEqual(Object.keys(user).sort(), ['email', 'id', 'name', 'roles']);
  await page.reload();
  await page.getByTestId('state-user').waitFor();
  await expectNoNotification(page);
});

test('the welcome survives a reload that comes before it is shown', async () => {
  const page = await app.newPage();
  await page.goto('/sign-in');
  await page.getByTestId('sign-in-form').waitFor();
  // Of the two answers after the sign-in, the first brings the welcome and the second opens the page,
  // which never gets it: it ends with the reload.
  const arrived = Promise.withResolvers<void>();
  let answers = 0;
  await page.route(SESSION, async (route) => {
    if (++answers === 2) arrived.resolve();
    else await route.continue();
  });
  await page.getByTestId('account-uma').click();
  await page.getByTestId('sign-in-submit').click();
  await arrived.promise;
  await page.reload();
  await page.getByTestId('state-user').waitFor();
  await expectNotification(page, `Welcome back, ${ACCOUNTS.uma.name}.`);
});

test('nothing of it is left for the next person', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await expectNotification(page, `Welcome back, ${ACCOUNTS.ada.name}.`);
  await signOut(page);
  await expectNoNotification(page);
  await signIn(page, 'eli');
  await expectNotification(page, `Welcome back, ${ACCOUNTS.eli.name}.`);
});
