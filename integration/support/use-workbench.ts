import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import type { Browser } from 'playwright-core';

import { launchBrowser } from '../../e2e/support/launch-browser.ts';
import type { ListeningServer } from '../../e2e/support/listen.ts';
import { startApi } from '../../e2e/support/start-api.ts';
import type { Api } from '../../e2e/support/start-api.ts';
import { packAll } from './pack-all.ts';
import type { Tarball } from './pack-all.ts';
import { startRegistry } from './registry.ts';
import { openShell } from './shell.ts';
import type { Shell } from './shell.ts';

/** What a person has who tries the library: an empty folder, npm, a browser, and a backend. */
export interface Workbench {
  readonly shell: Shell;
  readonly tarballs: readonly Tarball[];
  readonly api: Api;
  readonly browser: Browser;
}

/** Sets up a workbench for the tests of a file, with an API for apps at these origins. */
export function useWorkbench(origins: readonly string[]): () => Workbench {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'ng-session-integration-'));
  let registry: ListeningServer | undefined;
  let workbench: Workbench | undefined;

  before(async () => {
    const desk = join(folder, 'desk');
    mkdirSync(desk);
    const tarballs = await packAll(folder);
    registry = await startRegistry(tarballs);
    workbench = {
      tarballs,
      shell: openShell({ folder: desk, registry: registry.url }),
      api: await startApi({ origins, folder }),
      browser: await launchBrowser(),
    };
  });
  after(async () => {
    await workbench?.browser.close();
    await workbench?.api.stop();
    await registry?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  return () => {
    if (workbench === undefined) throw new Error('The workbench is there within tests only.');
    return workbench;
  };
}
