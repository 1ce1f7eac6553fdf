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
export async function buildApp(
  name: 'with' | 'without' | 'part',
  part?: string,
): Promise<BuiltApp> {
  const options = part === undefined ? [] : ['--configuration', part];
  const code = await runCommand(ng('build', name, ...options), { folder: 'scripts/bundle' });
  const app = part ?? name;
  if (code !== 0) throw new Error(`The app ${app} could not be built.`);

  const output = workspacePath(`dist/size/${app}`);
  const scripts = globSync(`${output}/browser/**/*.js`).map((file) => readFileSync(file));
  if (scripts.length === 0) throw new Error(`The app ${app} has no script.`);
  const metafile = JSON.parse(readFileSync(`${output}/browser-stats.json`, 'utf8')) as Metafile;
  return { scripts, metafile };
}
