import { NO_TESTS } from './counts.ts';
import type { Counts } from './counts.ts';

export interface SuiteResult {
  readonly name: string;
  readonly counts: Counts;
  /** Why the suite as a whole counts as one failure, beside those of its tests. */
  readonly broken?: string;
  /** What could not run on this machine, and how to change that. */
  readonly missing?: string;
}

export interface SuiteRun {
  readonly name: string;
  readonly exitCode: number;
  /** Undefined when the runner did not get as far as reporting. */
  readonly counts: Counts | undefined;
}

/** Decides what a run comes to. A runner that ends well without having run a test is no success. */
export function suiteResult({ name, exitCode, counts }: SuiteRun): SuiteResult {
  if (counts === undefined) return { name, counts: NO_TESTS, broken: 'it did not run to its end' };
  const { passed, failed } = counts;
  if (passed + failed === 0) return { name, counts, broken: 'it ran no test' };
  if (exitCode !== 0 && failed === 0) {
    return { name, counts, broken: `its tests passed, yet it ended with exit code ${exitCode}` };
  }
  return { name, counts };
}
