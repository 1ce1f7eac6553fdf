import type { Tree } from '@angular-devkit/schematics';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { REPOSITORY } from './schematics';

/** Writes trees to folders inside the repository, whose packages they find, for as long as `use` runs. */
export function inFolders<T>(trees: readonly Tree[], use: (folders: string[]) => T): T {
  const root = mkdtempSync(join(REPOSITORY, 'dist/apps-'));
  const remove = () => rmSync(root, { recursive: true });
  let result: T | undefined;
  try {
    const folders = trees.map((tree, index) => write(tree, join(root, String(index))));
    result = use(folders);
    return result;
  } finally {
    if (result instanceof Promise) void result.then(remove, remove);
    else remove();
  }
}

function write(tree: Tree, folder: string): string {
  tree.visit((path) => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, tree.read(path) ?? '');
  });
  return folder;
}
