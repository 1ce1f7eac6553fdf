import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { workspacePath } from '../workspace-path.ts';
import { toPublished } from './to-published.ts';
import type { SourceManifest } from './to-published.ts';

const SOURCE = workspacePath('projects/ng-session-express');

/** Adds to the compiled companion what the compiler does not make: manifest, pages, and a CLI that runs. */
export function finishExpress(folder: string): void {
  const output = workspacePath(folder);
  const source = JSON.parse(readFileSync(join(SOURCE, 'package.json'), 'utf8')) as SourceManifest;
  const published = toPublished(source);
  writeFileSync(join(output, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  for (const page of ['CHANGELOG.md', 'README.md']) {
    copyFileSync(join(SOURCE, page), join(output, page));
  }
  copyFileSync(workspacePath('LICENSE'), join(output, 'LICENSE'));
  for (const program of Object.values(published.bin)) chmodSync(join(output, program), 0o755);
}
