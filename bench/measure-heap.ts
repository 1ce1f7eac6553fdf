import type { Tab } from './open-browser.ts';
import type { Phase } from './page/bench-api.ts';
import { interleave } from './rounds.ts';
import type { Round } from './rounds.ts';

/** Measures the bytes of JavaScript that a gate keeps while its content is shown. */
export function measureHeap({ page, rival, heap }: Tab, count: number): Promise<readonly Round[]> {
  return interleave('limit', rival, { warmUps: 1, rounds: 9 }, async (name) => {
    const run = (phase: Phase) =>
      page.evaluate((all) => globalThis.bench.run(...all), [phase, name, 'rows', count] as const);
    const before = await heap();
    await run('mount');
    const after = await heap();
    await run('destroy');
    return (after - before) / count;
  });
}
