import { addCounts, NO_TESTS } from './counts.ts';
import type { Counts } from './counts.ts';
import type { SuiteResult } from './suite-result.ts';

/** Adds up all suites; a broken one is a failure of its own. */
export function totalCounts(results: readonly SuiteResult[]): Counts {
  return results
    .map(({ counts, broken }) => (broken ? { ...counts, failed: counts.failed + 1 } : counts))
    .reduce(addCounts, NO_TESTS);
}

/** Tells a line a suite, and what was left out or could not run; the last line is `N passed, M failed`. */
export function summaryLines(results: readonly SuiteResult[]): readonly string[] {
  const { passed, failed } = totalCounts(results);
  return [
    ...results.map(suiteLine),
    ...results.flatMap(missingLines),
    '',
    `${passed} passed, ${failed} failed`,
  ];
}

function missingLines({ name, missing }: SuiteResult): readonly string[] {
  return missing === undefined ? [] : [`${name}, NOT RUN: ${missing}`];
}

function suiteLine({ name, counts, broken }: SuiteResult): string {
  const parts = [`${counts.passed} passed`, `${counts.failed} failed`];
  if (counts.leftOut > 0) parts.push(`${counts.leftOut} left out`);
  return `${name}: ${parts.join(', ')}${broken ? ` (broken: ${broken})` : ''}`;
}
