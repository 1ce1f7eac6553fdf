import type { DirEntry, Tree } from '@angular-devkit/schematics';
import { JSONFile } from '@schematics/angular/utility/json-file';
import { posix } from 'node:path';

import type { Project } from '../utility/find-project';
import { eolOf, quoteOf } from '../utility/layout-of';
import { includesFile } from './includes-file';
import { USER_TYPE, USER_TYPE_FILE } from './user-type';

/** Adds the file that says what a user is, unless there is one; returns what was done. */
export function addUserType(tree: Tree, { mainPath, sourceRoot, tsConfigs }: Project): string[] {
  const known = findUserType(tree, tree.getDir(sourceRoot));
  if (known !== undefined) return [`${known}: the user has a type already.`];

  const path = posix.join(sourceRoot, USER_TYPE_FILE);
  const main = tree.readText(mainPath);
  tree.create(path, USER_TYPE.replaceAll("'", quoteOf(main)).replaceAll('\n', eolOf(main)));
  const blind = tsConfigs.filter((config) => !includesFile(tree, config, path));
  for (const config of blind) {
    const relative = posix.relative(posix.dirname(config), path);
    new JSONFile(tree, config).modify(['files', -1], relative);
  }
  return [
    `${path}: says what a user is. Make it fit what your server answers.`,
    ...blind.map((config) => `${config}: lists that file.`),
  ];
}

function findUserType(tree: Tree, folder: DirEntry): string | undefined {
  for (const file of folder.subfiles.filter((name) => name.endsWith('.ts'))) {
    const path = posix.join(folder.path, file);
    if (/declare module ['"]ng-session['"]/.test(tree.readText(path))) return path.slice(1);
  }
  for (const name of folder.subdirs.filter((one) => one !== 'node_modules')) {
    const found = findUserType(tree, folder.dir(name));
    if (found !== undefined) return found;
  }
  return undefined;
}
