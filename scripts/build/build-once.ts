import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import type { Command } from '../process/command.ts';
import { runCommand } from '../process/run-command.ts';
import { workspacePath } from '../workspace-path.ts';
import { hashFiles } from './hash-files.ts';

/** A build that is worth sparing when neither what goes in nor what came out has changed since. */
export interface Build {
  readonly name: string;
  /** Run one after another. */
  readonly commands: readonly Command[];
  /** Adds to the output what no command makes. */
  readonly finish?: () => void;
  /** Files and folders, from the root of the repository. */
  readonly inputs: readonly string[];
  readonly output: string;
}

/** Files that every build depends on. */
const COMMON_INPUTS = ['angular.json', 'package-lock.json', 'tsconfig.json'];

/** Builds, unless the output is up to date; throws when it fails. */
export async function buildOnce(build: Build): Promise<void> {
  const stamp = workspacePath(`dist/.stamps/${build.name}`);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(build)) return;

  // What an earlier build left, such as a spec that is gone from the sources, would still be used.
  rmSync(workspacePath(build.output), { recursive: true, force: true });
  for (const command of build.commands) {
    const code = await runCommand(command);
    if (code !== 0) throw new Error(`The build of ${build.name} failed.`);
  }
  build.finish?.();
  mkdirSync(workspacePath('dist/.stamps'), { recursive: true });
  writeFileSync(stamp, fingerprint(build));
}

/** The output counts too: another build, for development say, may have written over it. */
function fingerprint({ commands, inputs, output }: Build): string {
  const paths = [...COMMON_INPUTS, ...inputs].map(workspacePath);
  return [
    ...commands.map((command) => command.slice(1).join(' ')),
    hashFiles(paths),
    hashFiles([workspacePath(output)]),
  ].join('\n');
}
