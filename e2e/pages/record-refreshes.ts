import type { BrowserContext, Page } from 'playwright-core';

/** Records each refresh that the API grants from now on: the second of its answer, by the clock of the API. */
export function recordRefreshes(from: Page | BrowserContext): readonly number[] {
  const seconds: number[] = [];
  // Both emit it, but the union of their overloads cannot be called.
  (from as Page).on('response', (response) => {
    const isOne = response.request().method() === 'POST' && response.ok();
    if (!isOne || !response.url().endsWith('/api/token/refresh')) return;
    seconds.push(Date.parse(response.headers()['date'] ?? '') / 1000);
  });
  return seconds;
}
