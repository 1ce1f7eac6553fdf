import type { Page } from 'playwright-core';

import { ACCOUNTS } from './account.ts';
import type { Account } from './account.ts';

/** Gives a role to a user, or takes it, on the admins' page, which is open; waits for the outcome. */
export async function toggleRole(page: Page, account: Account, role: string): Promise<void> {
  const { email, name } = ACCOUNTS[account];
  // What stands there from before is taken away by the click, but perhaps not at once.
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().endsWith('/roles'),
  );
  await page
    .locator(`[data-email="${email}"]`)
    .getByTestId(`role-${role}`)
    .locator('input')
    .click();
  await saved;
  const outcome = new RegExp(`^${name} (now has|no longer has) the role ${role}\\.$`);
  await page.getByTestId('users-outcome').filter({ hasText: outcome }).waitFor();
}
