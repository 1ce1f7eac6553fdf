import type { Tree } from '@angular-devkit/schematics';
import { JSONFile } from '@schematics/angular/utility/json-file';
import { posix } from 'node:path';

import { readTsConfig } from '../utility/read-ts-config';

/** Lists, from the folder of a `tsconfig.json`. */
interface Lists {
  readonly files?: readonly string[];
  readonly include?: readonly string[];
}

/** Has a `tsconfig.json` compile a file that no pattern of it leads to, and all else as before. */
export function compileFile(tree: Tree, config: string, path: string): void {
  const relative = posix.relative(posix.dirname(config), path);
  const json = new JSONFile(tree, config);
  if (json.get(['files']) !== undefined) {
    json.modify(['files', -1], relative);
    return;
  }
  // A list of its own takes the place of what it extends, and of all files where there is no list.
  const { files, include } = readTsConfig(tree, config).raw as Lists;
  json.modify(['files'], [...(files ?? []).map((file) => posix.normalize(file)), relative]);
  if (!files && !include) json.modify(['include'], ['**/*']);
}
