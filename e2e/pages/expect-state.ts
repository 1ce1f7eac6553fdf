import type { Page } from 'playwright-core';

export type Status = 'loading' | 'authenticated' | 'unauthenticated' | 'error';

/** Waits until the first page, which is open, shows this status. */
export async function expectStatus(page: Page, status: Status): Promise<void> {
  await page.locator(`[data-testid="state-status"][data-status="${status}"]`).waitFor();
}
