import type { Page } from 'playwright-core';

/** Has the demo start with a cache rule, as its switcher does. */
export async function useCache(page: Page, rule: 'false' | 'true' | '1m'): Promise<void> {
  await page.addInitScript((value) => localStorage.setItem('demo.cache', value), rule);
}
