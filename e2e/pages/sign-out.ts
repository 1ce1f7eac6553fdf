import type { Page } from 'playwright-core';

/** Signs out with the menu and waits until the header offers the sign-in. */
export async function signOut(page: Page): Promise<void> {
  await page.getByTestId('user-menu').click();
  await page.getByTestId('sign-out').click();
  await page.getByTestId('sign-in-link').waitFor();
}
