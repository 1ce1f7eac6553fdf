import { execFileSync } from 'node:child_process';

/**
 * Ends a process that was started `detached`, with all that it started; one that has gone is no error.
 *
 * The builds start helpers of their own, which would go on without their parent.
 */
export function endProcessTree(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    if (process.platform === 'win32') {
      execFileSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    } else {
      // A negative id is that of the whole group.
      process.kill(-pid, signal);
    }
  } catch (error) {
    if (process.platform !== 'win32' && (error as NodeJS.ErrnoException).code !== 'ESRCH')
      throw error;
  }
}
