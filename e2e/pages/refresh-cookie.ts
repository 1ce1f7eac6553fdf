import type { BrowserContext } from 'playwright-core';

const NAME = 'demo.refresh';

/** Returns the refresh token that a browser holds in a cookie; `''` for none. */
export async function refreshTokenOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).find(({ name }) => name === NAME)?.value ?? '';
}

/** Ends the refresh tokens of a browser at the server, as a sign-out on another device would. */
export async function revokeRefreshToken(
  context: BrowserContext,
  apiUrl: string,
  origin: string,
): Promise<number> {
  const cookie = `${NAME}=${await refreshTokenOf(context)}`;
  const headers = { cookie, origin, 'content-type': 'application/json' };
  const url = `${apiUrl}/api/token/sign-out`;
  return (await fetch(url, { method: 'POST', headers, body: '{}' })).status;
}
