import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Page } from 'playwright-core';

import { addToCart, expectCart } from './pages/cart-contents.ts';
import { followLink } from './pages/follow-link.ts';
import { signIn, signInHere } from './pages/sign-in.ts';
import { signOut } from './pages/sign-out.ts';
import { putValue } from './pages/store-switcher-choice.ts';
import { useDemo } from './support/use-demo.ts';

const app = useDemo();

async function cartPage(): Promise<Page> {
  const page = await app.newPage();
  await page.goto('/cart');
  await expectCart(page, {});
  return page;
}

test('things are put into the cart, changed and taken out of it', async () => {
  const page = await cartPage();
  await addToCart(page, 'tea', 'cup', 'tea');
  await expectCart(page, { tea: 2, cup: 1 });
  assert.equal(await page.getByTestId('cart-total').textContent(), '€29.90');

  const cup = page.locator('[data-product="cup"]');
  await cup.getByTestId('cart-more').click();
  await cup.getByTestId('cart-more').click();
  await cup.getByTestId('cart-less').click();
  await expectCart(page, { tea: 2, cup: 2 });
  await page.locator('[data-product="tea"]').getByTestId('cart-remove').click();
  await expectCart(page, { cup: 2 });
  await cup.getByTestId('cart-less').click();
  await cup.getByTestId('cart-less').click();
  await expectCart(page, {});

  await addToCart(page, 'pot', 'book');
  await page.getByTestId('cart-empty').click();
  await expectCart(page, {});
  await followLink(page, 'data');
  await page.getByTestId('data-empty').waitFor();
});

test('the cart survives reloads and a sign-in, and is gone with the sign-out', async () => {
  const page = await cartPage();
  await addToCart(page, 'tea', 'tea', 'pot');
  await expectCart(page, { tea: 2, pot: 1 });
  await page.reload();
  await expectCart(page, { tea: 2, pot: 1 });

  await page.getByTestId('sign-in-link').click();
  await signInHere(page, 'uma');
  await followLink(page, 'cart');
  await expectCart(page, { tea: 2, pot: 1 });
  await addToCart(page, 'cup');
  await page.reload();
  await expectCart(page, { tea: 2, pot: 1, cup: 1 });

  await signOut(page);
  await page.getByTestId('cart-count').waitFor({ state: 'detached' });
  await followLink(page, 'cart');
  await expectCart(page, {});
  await page.reload();
  await expectCart(page, {});
});

test('whoever signs in on the same computer later does not find the cart of another', async () => {
  const browser = await app.newBrowser();
  const page = await browser.newPage();
  await signIn(page, 'uma');
  await followLink(page, 'cart');
  await addToCart(page, 'book');
  await expectCart(page, { book: 1 });
  // The server forgets her; this computer is not told.
  await browser.clearCookies();
  await signIn(page, 'eli');
  await followLink(page, 'cart');
  await expectCart(page, {});
});

test('two tabs have one cart, and both keep what they put into it', async () => {
  const browser = await app.newBrowser();
  const [one, two] = [await browser.newPage(), await browser.newPage()];
  await one.goto('/cart');
  await two.goto('/cart');
  await addToCart(one, 'tea');
  await expectCart(two, { tea: 1 });
  await Promise.all([addToCart(one, 'cup', 'cup'), addToCart(two, 'pot', 'pot', 'pot')]);
  await expectCart(one, { tea: 1, cup: 2, pot: 3 });
  await expectCart(two, { tea: 1, cup: 2, pot: 3 });
});

test('a cart that holds nonsense shows what makes sense of it', async () => {
  const page = await app.newPage();
  await page.goto('/data');
  await putValue(page, 'cart', { tea: 2, cup: 'many', pot: -1, unicorn: 1 });
  await followLink(page, 'cart');
  await expectCart(page, { tea: 2 });
});

/** Notes every theme that the page has had, from before its first script on. */
async function recordThemes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seenThemes: seen });
    new MutationObserver(() => {
      const { theme } = document.documentElement.dataset;
      if (theme !== undefined && theme !== seen.at(-1)) seen.push(theme);
    }).observe(document, { attributes: true, childList: true, subtree: true });
  });
}

function seenThemes(page: Page): Promise<unknown> {
  return page.evaluate(() => (window as unknown as { seenThemes: unknown }).seenThemes);
}

async function expectTheme(page: Page, theme: string): Promise<void> {
  await page.locator(`html[data-theme="${theme}"]`).waitFor();
}

test('the theme is session data: there from the first moment of a reload, and gone with the sign-out', async () => {
  const page = await app.newPage();
  await recordThemes(page);
  await page.goto('/');
  await expectTheme(page, 'system');
  await page.getByTestId('theme-button').click();
  await expectTheme(page, 'light');
  await page.getByTestId('theme-button').click();
  await expectTheme(page, 'dark');

  await page.reload();
  await page.getByTestId('state-status').waitFor();
  assert.deepEqual(await seenThemes(page), ['dark']);
  await signIn(page, 'ada');
  await expectTheme(page, 'dark');
  assert.deepEqual(await seenThemes(page), ['dark']);

  await signOut(page);
  await expectTheme(page, 'system');
  await page.reload();
  await page.getByTestId('state-status').waitFor();
  assert.deepEqual(await seenThemes(page), ['system']);
});

test('the theme of the system leaves nothing among the session data', async () => {
  const page = await app.newPage();
  await page.goto('/data');
  await page.getByTestId('theme-button').click();
  await page.getByTestId('data-all').getByText('"theme": "light"').waitFor();
  await page.getByTestId('theme-button').click();
  await page.getByTestId('theme-button').click();
  await page.getByTestId('data-empty').waitFor();
});
