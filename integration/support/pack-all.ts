import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packInto } from '../../scripts/package/pack.ts';
import { PACKAGES } from '../../scripts/package/packages.ts';
import { workspacePath } from '../../scripts/workspace-path.ts';

/** A package as it will be published. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  /** Where it was packed from. */
  readonly folder: string;
}

/** Builds and packs every package that is published. */
export async function packAll(destination: string): Promise<readonly Tarball[]> {
  const tarballs: Tarball[] = [];
  for (const published of PACKAGES) {
    await published.build();
    const folder = workspacePath(published.folder);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Tarball;
    const file = join(destination, packInto(destination, published));
    tarballs.push({ name: published.name, version, file, folder });
  }
  return tarballs;
}
