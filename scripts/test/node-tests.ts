import { workspacePath } from '../workspace-path.ts';
import type { Suite } from './suite.ts';

/** Returns the command that runs spec files with `node --test`, shown as a tree and counted. */
export function nodeTests(globs: readonly string[], ...options: string[]): Suite['command'] {
  return (countsFile) => [
    '--test',
    ...options,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${workspacePath('scripts/test/node-counts-reporter.ts')}`,
    `--test-reporter-destination=${countsFile}`,
    ...globs,
  ];
}
