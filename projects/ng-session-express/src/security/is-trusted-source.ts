export interface RequestSource {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/**
 * Whether a mutating request comes from one of our apps, by what the browser says of its source.
 *
 * Browsers send `Origin` with every cross-origin post. Where it is missing, `Sec-Fetch-Site` decides;
 * with neither, it is no browser, and so nobody's cookie is abused.
 */
export function isTrustedSource(
  { origin, fetchSite }: RequestSource,
  origins: readonly string[],
): boolean {
  // No page can set this header: the app is served from where the API is.
  if (fetchSite === 'same-origin') return true;
  if (origin !== undefined) return origins.includes(origin);
  return fetchSite === undefined || fetchSite === 'none';
}
