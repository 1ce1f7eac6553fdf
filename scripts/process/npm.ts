import { execFileSync } from 'node:child_process';

/** Runs npm in a folder and returns what it printed; throws when it fails. */
export function npm(folder: string, ...args: string[]): string {
  return execFileSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    // On Windows npm is a script of the shell.
    shell: process.platform === 'win32',
  });
}
