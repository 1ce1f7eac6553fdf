import type { Page } from 'playwright-core';

import { followLink } from './follow-link.ts';

/**
 * Returns the types of events since the page was loaded, the first one first, without leaving the app.
 *
 * Following the links is what a store takes for activity: it commits.
 */
export async function readEvents(page: Page): Promise<readonly string[]> {
  await followLink(page, 'events');
  const types = await page
    .getByTestId('event')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-type') ?? ''));
  await followLink(page, 'data');
  return types.reverse();
}

/** How often the page has been told of an event since it was loaded. */
export async function countEvents(page: Page, type: string): Promise<number> {
  return (await readEvents(page)).filter((found) => found === type).length;
}
