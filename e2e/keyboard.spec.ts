import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { ACCOUNTS, PASSWORD } from './pages/account.ts';
import { expectStatus } from './pages/expect-state.ts';
import { followLink, waitForPage } from './pages/follow-link.ts';
import { signIn } from './pages/sign-in.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

/** Presses Tab until the focus is at the element; fails where Tab never gets there. */
async function tabTo(page: Page, testId: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key);
    if ((await focused(page)) === testId) return;
  }
  assert.fail(`${key} does not get to ${testId}`);
}

/** The test id, else the name of the element, of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('data-testid') ?? element?.localName ?? '';
  });
}

async function waitForFocusAtHeading(page: Page, heading: string): Promise<void> {
  await page.waitForFunction((text) => {
    const element = document.activeElement;
    return element?.localName === 'h1' && element.textContent === text;
  }, heading);
}

test('signs in, opens a page and signs out with the keyboard alone', async () => {
  const page = await app.newPage();
  await page.goto('/');
  await expectStatus(page, 'unauthenticated');
  await tabTo(page, 'sign-in-link');
  await page.keyboard.press('Enter');
  await waitForFocusAtHeading(page, 'Sign in');

  await tabTo(page, 'sign-in-email');
  await page.keyboard.type(ACCOUNTS.ada.email);
  await tabTo(page, 'sign-in-password');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await waitForFocusAtHeading(page, 'What the session knows');

  await tabTo(page, 'nav-admin', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await waitForFocusAtHeading(page, 'Users and roles');
  await page.getByTestId('users').waitFor();

  await tabTo(page, 'user-menu', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByTestId('user-menu-content').waitFor();
  await tabTo(page, 'sign-out');
  await page.keyboard.press('Enter');
  await page.getByTestId('sign-in-link').waitFor();
  await waitForFocusAtHeading(page, 'What the session knows');
});

test('Escape closes the menu and leaves the focus at its button', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  await page.getByTestId('user-menu').focus();
  await page.keyboard.press('Enter');
  await tabTo(page, 'sign-out');
  await page.keyboard.press('Escape');
  await page.getByTestId('user-menu-content').waitFor({ state: 'hidden' });
  assert.equal(await focused(page), 'user-menu');
});

test('the first Tab offers to skip the navigation', async () => {
  const page = await app.newPage();
  await page.goto('/data');
  await waitForPage(page, 'data');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'skip-link');
  assert.ok(await page.getByTestId('skip-link').isVisible());
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'main');
  assert.equal(new URL(page.url()).pathname, '/data');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'data-example-0');
});

test('the focus moves to the heading of each page that is navigated to', async () => {
  const page = await app.newPage();
  await signIn(page, 'ada');
  for (const [link, heading] of [
    ['data', 'Session data'],
    ['profile', 'Profile'],
    ['editor', 'Articles'],
    ['admin', 'Users and roles'],
  ] as const) {
    await followLink(page, link);
    await waitForFocusAtHeading(page, heading);
  }
});
