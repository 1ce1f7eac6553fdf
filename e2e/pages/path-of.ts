import type { Page } from 'playwright-core';

/** Returns what stands behind the origin in the address bar. */
export function pathOf(page: Page): string {
  const { pathname, search, hash } = new URL(page.url());
  return pathname + search + hash;
}
