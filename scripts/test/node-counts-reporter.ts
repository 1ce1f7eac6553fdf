import { countEvent } from './count-event.ts';
import type { CountedEvent } from './count-event.ts';
import { addCounts, NO_TESTS } from './counts.ts';

/** A reporter for `node --test`: writes the counts, as JSON, once everything has run. */
export default async function* nodeCountsReporter(
  events: AsyncIterable<CountedEvent>,
): AsyncGenerator<string, void> {
  let counts = NO_TESTS;
  for await (const event of events) counts = addCounts(counts, countEvent(event));
  yield JSON.stringify(counts);
}
