import { addCounts, NO_TESTS } from '../test/counts.ts';
import { countEvent } from '../test/count-event.ts';
import type { CountedEvent } from '../test/count-event.ts';
import { RUN_MARK } from './spec-run.ts';
import type { SpecRun } from './spec-run.ts';

/** A reporter for `node --test`: prints a run as one line, with the tests that failed. */
export default async function* nodeRunsReporter(
  events: AsyncIterable<CountedEvent>,
): AsyncGenerator<string, void> {
  const failed: string[] = [];
  let counts = NO_TESTS;
  for await (const event of events) {
    const counted = countEvent(event);
    if (counted.failed > 0) failed.push((event.data as { readonly name: string }).name);
    counts = addCounts(counts, counted);
  }
  const run: SpecRun = { told: '', failed, passed: counts.passed, brokeOff: false };
  yield `\n${RUN_MARK}${JSON.stringify(run)}\n`;
}
