import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import sirv from 'sirv';

import { listen } from '../e2e/support/listen.ts';
import { findBrowser } from '../scripts/browser/find-browser.ts';
import { workspacePath } from '../scripts/workspace-path.ts';
import { openGauge } from './gauge.ts';
import type { Gauge } from './gauge.ts';
import type { ContenderName } from './page/bench-api.ts';

/** What is measured against the limit. */
export type Rival = Exclude<ContenderName, 'limit'>;

/** A page in which one rival runs against the limit. */
export interface Tab extends Gauge {
  readonly page: Page;
  readonly rival: Rival;
}

export interface BenchBrowser {
  readonly openTab: (rival: Rival) => Promise<Tab>;
  readonly close: () => Promise<void>;
}

/** Starts a headless browser and serves it the built page. */
export async function openBrowser(): Promise<BenchBrowser> {
  const serve = sirv(workspacePath('dist/bench/browser'));
  const server = await listen((request, response) => serve(request, response));
  const { path, args, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    // Each collection would also throw away code that has not run since the one before.
    args: [...args, '--js-flags=--no-flush-bytecode'],
    env: { ...process.env, ...env },
  });
  return {
    // A context each, for a process each: an app has one such library, and what the browser has
    // compiled for two at once serves neither well.
    openTab: async (rival) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(server.url);
      await page.waitForFunction(() => 'bench' in globalThis);
      return { page, rival, ...(await openGauge(page)) };
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
