import type { AppBrowser } from './app-browser.ts';
import type { KeptCookie } from './cookie-jar.ts';
import { XSRF_COOKIE } from './readable-token.ts';

/** The cookies that make the session: without one of them, it is not found. */
export async function sessionCookies(
  browser: AppBrowser,
  isFound: (browser: AppBrowser) => Promise<boolean>,
): Promise<readonly KeptCookie[]> {
  const cookies = browser.jar.all.filter(({ name }) => name !== XSRF_COOKIE);
  const needed: KeptCookie[] = [];
  for (const cookie of cookies) {
    const without = browser.copy(browser.jar.copy((one) => one.name !== cookie.name));
    if (!(await isFound(without))) needed.push(cookie);
  }
  // Each of two may do, as with a cookie that signs people in again.
  return needed.length > 0 ? needed : cookies;
}
