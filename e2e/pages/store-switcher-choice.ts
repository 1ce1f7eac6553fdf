import type { Page } from 'playwright-core';

/** Chooses a store on the page of the session data, which is open; waits until the app runs with it. */
export async function chooseStore(page: Page, store: string): Promise<void> {
  await page.getByTestId(`store-${store}`).getByRole('radio').click();
  await page.locator(`[data-testid="store-raw"][data-store="${store}"]`).waitFor();
}

/** Puts a value on that page. */
export async function putValue(page: Page, path: string, value: unknown): Promise<void> {
  await page.getByTestId('data-path').fill(path);
  await page.getByTestId('data-value').fill(JSON.stringify(value));
  await page.getByTestId('data-put').click();
  await page.getByTestId('data-outcome').getByText(`at ${path}.`).waitFor();
}
