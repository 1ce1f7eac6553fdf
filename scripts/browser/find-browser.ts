import { browserArgs } from './browser-args.ts';
import type { Browser } from './browser.ts';
import { bundledChromium } from './bundled-chromium.ts';
import { installedBrowser } from './installed-browser.ts';

/**
 * Finds the browser of the tests: CHROME_BIN, else an installed Chrome or Chromium, else the Chromium
 * that an npm package brings along, so that a machine with nothing but npm can run every test.
 */
export async function findBrowser(): Promise<Browser> {
  const installed = installedBrowser(process.env);
  if (installed !== undefined) {
    return { path: installed, args: browserArgs({ sandbox: process.getuid?.() !== 0 }), env: {} };
  }
  // The bundled one has no helper that could set up a sandbox. It opens pages of this project only.
  return { ...(await bundledChromium()), args: browserArgs({ sandbox: false }) };
}
