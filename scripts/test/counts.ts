/** How many tests of a run passed, failed and were left out (skipped, pending or to do). */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly leftOut: number;
}

export const NO_TESTS: Counts = { passed: 0, failed: 0, leftOut: 0 };

/** Adds two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    leftOut: a.leftOut + b.leftOut,
  };
}
