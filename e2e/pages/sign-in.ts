import type { Page } from 'playwright-core';

import { ACCOUNTS, PASSWORD } from './account.ts';
import type { Account } from './account.ts';

/** Fills the form of the sign-in page, which is open, and sends it. */
export async function submitSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByTestId('sign-in-email').fill(email);
  await page.getByTestId('sign-in-password').fill(password);
  await page.getByTestId('sign-in-submit').click();
}

/** Signs in on the sign-in page, which is open, and waits until the header greets. */
export async function signInHere(page: Page, account: Account): Promise<void> {
  const { email, name } = ACCOUNTS[account];
  await submitSignIn(page, email, PASSWORD);
  await page.getByTestId('user-menu').filter({ hasText: name }).waitFor();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Opens the sign-in page, signs in and waits for the page after it, the first one. */
export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto('/sign-in');
  await signInHere(page, account);
  await page.getByTestId('state-status').waitFor();
}
