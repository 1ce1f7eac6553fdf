import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

import { findBrowser } from '../../scripts/browser/find-browser.ts';

/** Starts a headless browser with nothing switched off that protects a user; `close()` ends it. */
export async function launchBrowser(): Promise<Browser> {
  const { path, args, env } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    args: [...args],
    env: { ...process.env, ...env },
  });
}
