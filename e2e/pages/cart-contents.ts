import type { Page } from 'playwright-core';

/** Puts things into the cart on its page, which is open, one a name. */
export async function addToCart(page: Page, ...products: readonly string[]): Promise<void> {
  for (const product of products) await page.getByTestId(`cart-add-${product}`).click();
}

/** Waits until the cart, on its page, holds exactly this; and the header counts it. */
export async function expectCart(
  page: Page,
  contents: Readonly<Record<string, number>>,
): Promise<void> {
  const entries = Object.entries(contents);
  if (entries.length === 0) {
    await page.getByTestId('cart-nothing').waitFor();
    await page.getByTestId('cart-count').waitFor({ state: 'detached' });
    return;
  }
  for (const [product, quantity] of entries) {
    await page
      .locator(`[data-product="${product}"]`)
      .getByTestId('cart-quantity')
      .getByText(String(quantity), { exact: true })
      .waitFor();
  }
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-testid="cart-line"]').length === count,
    entries.length,
  );
  const sum = entries.reduce((total, [, quantity]) => total + quantity, 0);
  await page
    .getByTestId('cart-count')
    .getByText(new RegExp(`^${sum}\\b`))
    .waitFor();
}
