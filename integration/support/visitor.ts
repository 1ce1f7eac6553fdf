import type { Browser, Page } from 'playwright-core';

import { watchForFaults } from '../../e2e/support/watch-for-faults.ts';

/** Generous: a dev server that is asked for the first time builds as it goes. */
const PATIENCE = 30_000;

export interface Visitor {
  readonly page: Page;
  /** What the app threw so far, and what the console warned of. */
  readonly faults: readonly string[];
  leave(): Promise<void>;
}

/** Opens a browser of its own at an app. */
export async function visit(browser: Browser, url: string): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: url });
  context.setDefaultTimeout(PATIENCE);
  const faults: string[] = [];
  watchForFaults(context, (fault) => faults.push(fault));
  context.on('console', (message) => {
    if (message.type() === 'warning') faults.push(message.text());
  });
  const page = await context.newPage();
  return { page, faults, leave: () => context.close() };
}

/** Fills the generated sign-in page, which is open, and sends it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
