import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import type { BrowserContext, Page } from 'playwright-core';

import { expectStatus, type Status } from './expect-state.ts';

/** How long nothing may happen for it to be called silence. */
const SILENCE = 5000;

/** Opens the first page in so many tabs, and waits until each of them knows who is signed in. */
export async function openTabs(
  browser: BrowserContext,
  count: number,
  status: Status,
): Promise<readonly Page[]> {
  const tabs: Page[] = [];
  for (let index = 0; index < count; index++) {
    const tab = await browser.newPage();
    await tab.goto('/');
    await expectStatus(tab, status);
    tabs.push(tab);
  }
  return tabs;
}

/** Sees that a list, of requests or of messages, grows no more. */
export async function expectSilence(...lists: readonly (readonly unknown[])[]): Promise<void> {
  const before = lists.map((list) => [...list]);
  await sleep(SILENCE);
  assert.deepEqual(
    lists.map((list) => [...list]),
    before,
  );
}
