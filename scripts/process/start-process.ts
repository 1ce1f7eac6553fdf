import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { workspacePath } from '../workspace-path.ts';
import type { Command } from './command.ts';
import { endProcessTree } from './end-process-tree.ts';

export interface ProcessOptions {
  readonly command: Command;
  readonly env?: Readonly<Record<string, string>>;
  /** Where to run it, from the root of the repository. */
  readonly folder?: string;
  readonly onLine: (line: string) => void;
}

export interface RunningProcess {
  /** Resolves with how it ended, such as `exit code 1`. */
  readonly ended: Promise<string>;
  /** Ends it and all that it started, by force after a while. */
  stop(): Promise<void>;
}

const GRACE = 5000;

/** Starts a command, apart from this terminal and its Ctrl-C. */
export function startProcess({
  command,
  env,
  folder = '.',
  onLine,
}: ProcessOptions): RunningProcess {
  const child = spawn(process.execPath, command, {
    cwd: workspacePath(folder),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    windowsHide: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', onLine);
  }
  const end = (signal: 'SIGTERM' | 'SIGKILL'): void => {
    if (child.pid !== undefined) endProcessTree(child.pid, signal);
  };
  // The last resort, for when this process ends in a way that nobody foresaw.
  const kill = (): void => end('SIGKILL');
  process.once('exit', kill);

  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  return {
    ended: exited.then(([code, signal]) => (code === null ? `${signal}` : `exit code ${code}`)),
    stop: async () => {
      const force = setTimeout(kill, GRACE);
      end('SIGTERM');
      await exited;
      clearTimeout(force);
      // Its own children may have ignored the first signal.
      kill();
      process.off('exit', kill);
    },
  };
}
