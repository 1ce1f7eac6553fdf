import type { Page } from 'playwright-core';

import { followLink } from './follow-link.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

/** Has Ada keep a value, and the next person on this page find none. */
export async function expectValuesGone(page: Page): Promise<void> {
  await signIn(page, 'ada');
  await followLink(page, 'data');
  await page.getByTestId('data-put').click();
  await page.getByTestId('data-all').getByText('visits').waitFor();
  await signOut(page);
  await signIn(page, 'eli');
  await followLink(page, 'data');
  await page.getByTestId('data-empty').waitFor();
}
