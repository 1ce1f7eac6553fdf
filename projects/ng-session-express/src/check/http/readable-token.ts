import type { KeptCookie } from './cookie-jar.ts';
import { isWithin } from './why-refused.ts';

/** What Angular names it. */
export const XSRF_COOKIE = 'XSRF-TOKEN';

interface Hosts {
  readonly base: URL;
  readonly origin: string;
}

/** The XSRF token among the cookies that a page of the app can read; null for none. */
export function readableToken(cookies: readonly KeptCookie[], hosts: Hosts): string | null {
  const cookie = cookies.find((one) => one.name === XSRF_COOKIE && isReadable(one, hosts));
  return cookie === undefined ? null : decode(cookie.value);
}

function isReadable({ httpOnly, path, domain }: KeptCookie, { base, origin }: Hosts): boolean {
  const page = new URL(origin).hostname;
  const isOfPage = domain === undefined ? page === base.hostname : isWithin(page, domain);
  return httpOnly !== true && path === '/' && isOfPage;
}

/** Angular reads it decoded. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
