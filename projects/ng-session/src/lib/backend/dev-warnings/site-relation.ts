/**
 * How a browser that decides on cookies sees the API from the page: `SameSite` matters from
 * `other-scheme` on, CORS from `same-site` on.
 */
export type SiteRelation = 'same-origin' | 'same-site' | 'other-scheme' | 'cross-site';

/** Returns the relation; which domains are shared by many, such as `github.io`, it does not know. */
export function siteRelation(page: URL, api: URL): SiteRelation {
  if (page.origin === api.origin) return 'same-origin';
  if (siteOf(page.hostname) !== siteOf(api.hostname)) return 'cross-site';
  return page.protocol === api.protocol ? 'same-site' : 'other-scheme';
}

/** Whether the name leads to the machine itself. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(.+\.)?localhost$|^127\.|^\[::1\]$/.test(hostname);
}

/** The domain that can be registered: `example.com`, `example.co.uk`; an address is one as a whole. */
function siteOf(hostname: string): string {
  if (/^[\d.]+$|^\[/.test(hostname)) return hostname;
  return /([^.]+\.)?[^.]{1,3}\.[^.]{2}$|([^.]+\.)?[^.]+$/.exec(hostname)?.[0] ?? hostname;
}
