import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { workspacePath } from '../workspace-path.ts';
import type { Mutation } from './mutation.ts';

const COPIED = [
  'angular.json',
  'karma.conf.js',
  'package.json',
  'projects/ng-session',
  'scripts',
  'tsconfig.json',
];
const SOURCES = 'projects/ng-session/src/lib';

/** A copy of the library that may be broken. */
export interface Workshop {
  /** Where it is, from the root of the repository. */
  readonly folder: string;
  /** Applies a mutation, which then tells its id in the console of the browser; returns what undoes it. */
  apply(mutation: Mutation, id: string): () => void;
}

/** Copies the library to a temporary folder, which is gone with this process. */
export function createWorkshop(): Workshop {
  const root = mkdtempSync(join(tmpdir(), 'ng-session-mutations-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  for (const path of COPIED) cpSync(workspacePath(path), join(root, path), { recursive: true });
  symlinkSync(workspacePath('node_modules'), join(root, 'node_modules'), 'junction');

  return {
    folder: relative(workspacePath('.'), root),
    apply: ({ file, find, replace }, id) => {
      const path = join(root, SOURCES, file);
      const source = readFileSync(path, 'utf8');
      // A mutation need not please the type checker.
      const head = `// @ts-nocheck\nconsole.info(${JSON.stringify(id)});\n`;
      writeFileSync(path, head + source.replace(find, () => replace));
      return () => writeFileSync(path, source);
    },
  };
}

/** Reads a source of the library as it is. */
export function readSource(file: string): string {
  return readFileSync(workspacePath(`${SOURCES}/${file}`), 'utf8');
}
