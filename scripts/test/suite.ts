import type { Command } from '../process/command.ts';

/** Tests that one runner runs in one go. */
export interface Suite {
  /** What the command line calls it. */
  readonly name: string;
  readonly title: string;
  /** Makes what the tests need; when it throws, they cannot run. */
  readonly setUp?: () => Promise<void>;
  /** Runs the tests, which leave their counts as JSON in the file (it is COUNTS_FILE too). */
  readonly command: (countsFile: string) => Command;
}
