import type { Page } from 'playwright-core';

/** The very place where a store keeps the session, looked at from a page of its browser. */
export interface Place {
  /** The JSON that is there; `null` for none. */
  read(page: Page): Promise<unknown>;
  /** Writes something else over it. */
  spoil(page: Page, text: string): Promise<void>;
}
