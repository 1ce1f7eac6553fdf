import type { Tree } from '@angular-devkit/schematics';
import { posix } from 'node:path';

import { readTsConfig } from '../utility/read-ts-config';

/** Whether a `tsconfig.json` has a file compiled by itself, without an import that leads to it. */
export function includesFile(tree: Tree, config: string, path: string): boolean {
  const folder = posix.join('/', posix.dirname(config));
  const file = posix.join('/', path);
  const matches = (pattern: string) => toRegExp(posix.join(folder, pattern)).test(file);
  const { fileNames } = readTsConfig(tree, config, (_root, _extensions, excludes = [], includes) =>
    includes.some(matches) && !excludes.some(matches) ? [file] : [],
  );
  return fileNames.includes(file);
}

/** A pattern of `include`: `**` is any folders, `*` part of a name, a folder all that is in it. */
function toRegExp(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*|\?/g, (wildcard) =>
      wildcard.startsWith('**') ? '.*' : wildcard === '*' ? '[^/]*' : '[^/]',
    );
  return new RegExp(`^${source}(/.*)?$`);
}
