import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { publish } from './pages/article-form.ts';
import { addToCart, expectCart } from './pages/cart-contents.ts';
import { openPage, PAGES_OF } from './pages/pages.ts';
import { signIn, submitSignIn } from './pages/sign-in.ts';
import { putValue } from './pages/store-switcher-choice.ts';
import { openTokenPage } from './pages/token-panel.ts';
import { useSession } from './pages/use-session.ts';
import { findViolations } from './support/find-violations.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };

/** Looks at the page in both sizes and both themes; the content stays as it is. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScroll(page, what);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await findViolations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    // A theme changes colours and nothing else.
    const dark = await findViolations(page, ['color-contrast']);
    assert.deepEqual({ light, dark }, { light: [], dark: [] }, `${what}, ${viewport.width} px`);
  }
}

async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(content <= window, `${what} is ${content} px wide in ${window} px`);
}

// Between them, these three see every page in every form.
for (const who of ['nobody', 'uma', 'ada'] as const) {
  test(`every page that ${who} can see is accessible, light and dark, narrow and wide`, async () => {
    const page = await app.newPage({ reducedMotion: 'reduce' });
    if (who !== 'nobody') await signIn(page, who);
    for (const one of PAGES_OF[who]) {
      await openPage(page, one);
      await expectAccessible(page, `${one.path} as ${who}`);
    }
  });
}

test('what is open, full or wrong is accessible too', async () => {
  const page = await app.newPage({ reducedMotion: 'reduce' });
  await page.goto('/sign-in');
  await page.getByTestId('sign-in-submit').click();
  await page.getByTestId('sign-in-password-error').waitFor();
  await expectAccessible(page, 'the sign-in page with empty fields');
  await submitSignIn(page, 'ada@example.com', 'not the password');
  await page.getByTestId('sign-in-error').waitFor();
  await expectAccessible(page, 'the sign-in page after a wrong password');

  await signIn(page, 'ada');
  await page.getByTestId('user-menu').click();
  await expectAccessible(page, 'the menu');
  await page.keyboard.press('Escape');

  await page.goto('/cart');
  await addToCart(page, 'tea', 'cup', 'tea');
  await expectCart(page, { tea: 2, cup: 1 });
  await expectAccessible(page, 'a full cart');

  await page.goto('/articles/new');
  await publish(page, { title: 'X'.repeat(81), body: 'Short.' });
  await page.getByTestId('article-title-error').waitFor();
  await expectAccessible(page, 'a form with messages of the server');
  await publish(page, { title: 'Seen by all', body: 'Long enough to be an article.' });
  await page.getByTestId('flash-notification').waitFor();
  await page.getByTestId('articles').waitFor();
  await expectAccessible(page, 'a notification');

  await page.goto('/data?store=cookie');
  await putValue(page, 'visits', 'x'.repeat(5000));
  await page.getByTestId('store-error').waitFor();
  await expectAccessible(page, 'a store that fails');

  await page.goto('/data?store=local');
  await page.getByTestId('data-put').click();
  await page.getByTestId('data-all').waitFor();
  await page.getByTestId('data-path').fill('__proto__.admin');
  await page.getByTestId('data-put').click();
  await page.getByTestId('data-error').waitFor();
  await page.getByTestId('requests-toggle').click();
  await expectAccessible(page, 'values, a refused path and the panel');
  await page.getByTestId('requests-toggle').click();

  await page.route('**/api/session', (route) => route.abort());
  await page.goto('/admin');
  await page.getByTestId('interrupted').waitFor();
  await expectAccessible(page, 'a page that waits for the server');
});

test('a session by a token is accessible too, and what its token says', async () => {
  const page = await app.newPage({ reducedMotion: 'reduce' });
  await useSession(page, 'token');
  for (const path of ['/', '/sign-in', '/token']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page, `${path} as nobody, by a token`);
  }
  await signIn(page, 'ada');
  await openTokenPage(page);
  await expectAccessible(page, 'what a token says');
  await page.getByTestId('token-forget').click();
  await page.getByTestId('token-none').waitFor();
  await expectAccessible(page, 'a token that was forgotten');
});
