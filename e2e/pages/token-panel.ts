import type { Page } from 'playwright-core';

import { followLink } from './follow-link.ts';

/** Follows the link to the page of the token, and waits until it shows what one says. */
export async function openTokenPage(page: Page): Promise<void> {
  await followLink(page, 'token');
  await page.getByTestId('token-claims').waitFor();
}

/** Returns the id of the token, by its page, which is open: each token has another one. */
export async function shownTokenId(page: Page): Promise<string> {
  const claims = await page.getByTestId('token-claims').innerText();
  return (JSON.parse(claims) as { readonly jti: string }).jti;
}
