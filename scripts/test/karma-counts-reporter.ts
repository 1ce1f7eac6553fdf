import { writeFileSync } from 'node:fs';

import type { Counts } from './counts.ts';

interface KarmaBrowser {
  readonly lastResult: { readonly skipped: number };
}

/** Karma's own collection, which is no iterable. */
interface KarmaBrowsers {
  forEach(callback: (browser: KarmaBrowser) => void): void;
}

interface KarmaResults {
  readonly success: number;
  readonly failed: number;
  /** Whether something failed outside of a spec. */
  readonly error: boolean;
  /** Whether a browser was lost, and the rest of the specs with it. */
  readonly disconnected: boolean;
}

/** Writes what a Karma run counted to the file that COUNTS_FILE names, for `npm test` to add up. */
function karmaCountsReporter(): object {
  const file = process.env['COUNTS_FILE'];
  return {
    onRunComplete(browsers: KarmaBrowsers, results: KarmaResults): void {
      if (file === undefined) return;
      let leftOut = 0;
      browsers.forEach(({ lastResult }) => (leftOut += lastResult.skipped));
      const brokeOff = results.error || results.disconnected;
      const failed = results.failed + (brokeOff ? 1 : 0);
      const counts: Counts = { passed: results.success, failed, leftOut };
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}

/** The Karma plugin that gives the reporter `counts`. */
export const karmaCountsPlugin = { 'reporter:counts': ['factory', karmaCountsReporter] };
