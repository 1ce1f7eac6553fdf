/** What a browser says in `Sec-Fetch-Site` of a request from a page of this origin. */
export function fetchSite(origin: string, url: URL): 'same-origin' | 'same-site' | 'cross-site' {
  const from = URL.parse(origin);
  if (from === null) return 'cross-site';
  if (from.origin === url.origin) return 'same-origin';
  const isSameSite = from.protocol === url.protocol && siteOf(from) === siteOf(url);
  return isSameSite ? 'same-site' : 'cross-site';
}

/** The last two labels. The list of public suffixes would know of `co.uk`; no rule goes by that. */
function siteOf({ hostname }: URL): string {
  return /^[\d.]+$|^\[/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.');
}
