import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { workspacePath } from '../workspace-path.ts';
import { SOURCES } from './mutation.ts';
import type { Mutation } from './mutation.ts';

const COPIED = [
  'angular.json',
  'karma.conf.js',
  'package.json',
  'projects/ng-session',
  'projects/ng-session-express',
  'scripts',
  'tsconfig.json',
];

/** A copy of the projects that may be broken. */
export interface Workshop {
  /** Where it is, from the root of the repository. */
  readonly folder: string;
  /** Applies a mutation; one of the library then tells its id in the console of the browser. Returns what undoes it. */
  apply(mutation: Mutation, id: string): () => void;
}

/** Copies the projects to a temporary folder, which is gone with this process. */
export function createWorkshop(): Workshop {
  const root = mkdtempSync(join(tmpdir(), 'ng-session-mutations-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  for (const path of COPIED) cpSync(workspacePath(path), join(root, path), { recursive: true });
  symlinkSync(workspacePath('node_modules'), join(root, 'node_modules'), 'junction');

  return {
    folder: relative(workspacePath('.'), root),
    apply: ({ project, file, find, replace }, id) => {
      const path = join(root, SOURCES[project], file);
      const source = readFileSync(path, 'utf8');
      // A mutation need not please the type checker.
      const tell = project === 'library' ? `console.info(${JSON.stringify(id)});\n` : '';
      writeFileSync(path, `// @ts-nocheck\n${tell}${source.replace(find, () => replace)}`);
      return () => writeFileSync(path, source);
    },
  };
}

/** Reads the source of a mutation as it is. */
export function readSource({ project, file }: Mutation): string {
  return readFileSync(workspacePath(`${SOURCES[project]}/${file}`), 'utf8');
}
