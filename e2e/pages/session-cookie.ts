import type { BrowserContext, Cookie } from 'playwright-core';

const NAME = 'demo.sid';

/** Returns the session cookie that a browser holds, if any. */
export async function sessionCookie(context: BrowserContext): Promise<Cookie | undefined> {
  return (await context.cookies()).find(({ name }) => name === NAME);
}

/** Returns the header that sends this cookie, as somebody who has copied it would. */
export function asHeader(cookie: Cookie | undefined): Record<string, string> {
  if (cookie === undefined) throw new Error('There is no session cookie.');
  return { cookie: `${cookie.name}=${cookie.value}` };
}
