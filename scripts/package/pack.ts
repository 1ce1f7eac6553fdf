import { npm } from '../process/npm.ts';
import { workspacePath } from '../workspace-path.ts';
import type { Package } from './packages.ts';

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Lists the files that the tarball of a package holds, without making it. */
export function listPackedFiles({ folder }: Package): readonly string[] {
  const { files } = pack(folder, '--dry-run');
  return files.map(({ path }) => path).sort();
}

/** Makes the tarball of a package, as it is published, in a folder, and returns its file's name. */
export function packInto(destination: string, { folder }: Package): string {
  return pack(folder, `--pack-destination=${destination}`).filename;
}

function pack(folder: string, ...args: string[]): Packed {
  const [packed] = JSON.parse(npm(workspacePath(folder), 'pack', '--json', ...args)) as Packed[];
  if (packed === undefined) throw new Error(`npm has packed nothing in ${folder}.`);
  return packed;
}
