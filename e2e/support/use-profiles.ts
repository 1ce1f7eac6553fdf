import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'node:test';

import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';

import { findBrowser } from '../../scripts/browser/find-browser.ts';

/** A browser that can be closed and started again, with what it has kept on the disk. */
export interface Profile {
  /** Starts the browser, with more arguments; what ran before is closed first. */
  start(...args: string[]): Promise<BrowserContext>;
}

/** Makes profiles for the tests of a file, and removes each of them after its test. */
export function useProfiles(): () => Profile {
  const endings: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(endings.splice(0).map((end) => end()));
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'ng-session-profile-'));
    let running: BrowserContext | undefined;
    endings.push(async () => {
      await running?.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return {
      start: async (...more) => {
        await running?.close();
        const { path, args, env } = await findBrowser();
        running = await chromium.launchPersistentContext(folder, {
          executablePath: path,
          args: [...args, ...more],
          env: { ...process.env, ...env },
        });
        return running;
      },
    };
  };
}
