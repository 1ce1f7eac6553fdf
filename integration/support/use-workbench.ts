import { after, before } from 'node:test';

import type { Browser } from 'playwright-core';

import { launchBrowser } from '../../e2e/support/launch-browser.ts';
import { startApi } from '../../e2e/support/start-api.ts';
import type { Api } from '../../e2e/support/start-api.ts';
import { openDesk } from './open-desk.ts';
import type { Desk } from './open-desk.ts';

/** What a person has who tries the library: an empty folder, npm, a browser, and a backend. */
export interface Workbench extends Desk {
  readonly api: Api;
  readonly browser: Browser;
}

/** Sets up a workbench for the tests of a file, with an API for apps at these origins. */
export function useWorkbench(origins: readonly string[]): () => Workbench {
  let desk: Desk | undefined;
  let workbench: Workbench | undefined;

  before(async () => {
    desk = await openDesk();
    const api = await startApi({ origins, folder: desk.folder });
    workbench = { ...desk, api, browser: await launchBrowser() };
  });
  after(async () => {
    await workbench?.browser.close();
    await workbench?.api.stop();
    await desk?.clear();
  });

  return () => {
    if (workbench === undefined) throw new Error('The workbench is there within tests only.');
    return workbench;
  };
}
