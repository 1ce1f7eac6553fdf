import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { packAll } from './pack-all.ts';
import type { Tarball } from './pack-all.ts';
import { startRegistry } from './registry.ts';
import { openShell } from './shell.ts';
import type { Shell } from './shell.ts';

/** An empty folder, and npm, which offers our packages as if they were published. */
export interface Desk {
  readonly shell: Shell;
  readonly tarballs: readonly Tarball[];
  /** For what is needed beside the folder that the shell is in. */
  readonly folder: string;
  clear(): Promise<void>;
}

/** Builds and packs our packages, and opens a shell in a folder that knows nothing of this repository. */
export async function openDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'ng-session-integration-'));
  const desk = join(folder, 'desk');
  mkdirSync(desk);
  const tarballs = await packAll(folder);
  const registry = await startRegistry(tarballs);
  return {
    shell: openShell({ folder: desk, registry: registry.url }),
    tarballs,
    folder,
    clear: async () => {
      await registry.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
