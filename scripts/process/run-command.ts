import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { workspacePath } from '../workspace-path.ts';
import type { Command } from './command.ts';

export interface RunOptions {
  /** More variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where to run it, from the root of the repository. */
  readonly folder?: string;
}

/** Runs a command with this terminal and resolves with its exit code. */
export async function runCommand(
  command: Command,
  { env = {}, folder = '.' }: RunOptions = {},
): Promise<number> {
  const child = spawn(process.execPath, command, {
    cwd: workspacePath(folder),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  // Without a code it was ended by a signal, which is no success.
  return code ?? 1;
}
