import type { BrowserContext, Page } from 'playwright-core';

export type SessionUse = 'cookie' | 'token';
export type TokenStorageName = 'memory' | 'session' | 'local';

/** Has the demo start with what keeps the session, as its switcher does. */
export async function useSession(
  from: Page | BrowserContext,
  use: SessionUse,
  tokens: TokenStorageName = 'memory',
): Promise<void> {
  const value = new URLSearchParams({ session: use, tokens }).toString();
  await from.addInitScript((saved) => {
    // The blank page, with which a tab begins, has no storage.
    if (location.origin !== 'null') localStorage.setItem('demo.session', saved);
  }, value);
}
