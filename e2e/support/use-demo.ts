import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

import { launchBrowser } from './launch-browser.ts';
import { startDemo } from './start-demo.ts';
import type { Demo, DemoOptions } from './start-demo.ts';
import { watchForFaults } from './watch-for-faults.ts';

/** Generous: a machine that builds something else at the same time is slow. */
const PATIENCE = 15_000;

export interface DemoUnderTest {
  /** What runs from the first test of the file to its last. */
  readonly demo: Demo;
  /** Opens a browser of its own: cookies and storage are shared by its pages and by nobody else. */
  newBrowser(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Opens a page in a browser of its own. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Starts the demo for the tests of a file, and ends it after them.
 *
 * A test also fails when a page throws or breaks its content security policy, whatever it was about.
 */
export function useDemo(options?: DemoOptions): DemoUnderTest {
  let demo: Demo | undefined;
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  before(async () => {
    demo = await startDemo(options);
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    assert.deepEqual(faults.splice(0), []);
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  const running = (): Demo => {
    if (demo === undefined) throw new Error('The demo runs within tests only.');
    return demo;
  };
  const newBrowser = async (contextOptions?: BrowserContextOptions): Promise<BrowserContext> => {
    if (browser === undefined) throw new Error('The browser runs within tests only.');
    const context = await browser.newContext({ baseURL: running().url, ...contextOptions });
    context.setDefaultTimeout(PATIENCE);
    watchForFaults(context, (fault) => faults.push(fault));
    contexts.push(context);
    return context;
  };
  return {
    get demo() {
      return running();
    },
    newBrowser,
    newPage: async (contextOptions) => (await newBrowser(contextOptions)).newPage(),
  };
}
