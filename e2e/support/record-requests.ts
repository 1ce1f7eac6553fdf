import type { BrowserContext, Page } from 'playwright-core';

/**
 * Records what goes out to an origin from now on, as `GET /api/session`, in the order of the requests.
 *
 * The network is asked, not the app.
 */
export function recordRequests(from: Page | BrowserContext, origin: string): readonly string[] {
  const requests: string[] = [];
  // Both emit it, but the union of their overloads cannot be called.
  (from as Page).on('request', (request) => {
    const { origin: target, pathname } = new URL(request.url());
    const method = request.method();
    if (target === origin && method !== 'OPTIONS') requests.push(`${method} ${pathname}`);
  });
  return requests;
}
