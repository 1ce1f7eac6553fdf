import type { Command } from '../process/command.ts';

/** Tests that one runner runs in one go. */
export interface Suite {
  /** What the command line calls it. */
  readonly name: string;
  readonly title: string;
  /**
   * Returns what of it can not run on this machine, and how to change that: a sentence that is told before
   * the run and after it. Throws where the suite must not do without.
   */
  readonly missing?: () => string | undefined;
  /** Makes what the tests need; when it throws, they cannot run. */
  readonly setUp?: () => Promise<void>;
  /** Runs the tests, which leave their counts as JSON in the file (it is COUNTS_FILE too). */
  readonly command: (countsFile: string) => Command;
}
