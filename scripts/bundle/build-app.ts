import { globSync, readFileSync } from 'node:fs';

import { ng } from '../process/command.ts';
import { runCommand } from '../process/run-command.ts';
import { workspacePath } from '../workspace-path.ts';
import type { Metafile } from './bytes-by-package.ts';

export interface BuiltApp {
  readonly scripts: readonly Buffer[];
  readonly metafile: Metafile;
}

/** Builds one of the apps of this folder as for production; none of them loads a script later. */
export async function buildApp(name: 'with' | 'without'): Promise<BuiltApp> {
  const code = await runCommand(ng('build', name), { folder: 'scripts/bundle' });
  if (code !== 0) throw new Error(`The app ${name} ng-session could not be built.`);

  const output = workspacePath(`dist/size/${name}`);
  const scripts = globSync(`${output}/browser/**/*.js`).map((file) => readFileSync(file));
  if (scripts.length === 0) throw new Error(`The app ${name} ng-session has no script.`);
  const metafile = JSON.parse(readFileSync(`${output}/browser-stats.json`, 'utf8')) as Metafile;
  return { scripts, metafile };
}
