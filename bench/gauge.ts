import type { Page } from 'playwright-core';

import { median } from './median.ts';

/** What a page uses up. */
export interface Gauge {
  /** Collects the garbage, lets the page work, and returns its milliseconds of the processor. */
  readonly timeOf: (work: () => Promise<unknown>) => Promise<number>;
  /** Collects the garbage and returns the bytes of what is left. */
  readonly heap: () => Promise<number>;
}

/**
 * Measures a page from the outside.
 *
 * Time is that of the page's thread. A clock on the wall would also count what other programs do:
 * on a busy machine it is off by half, which hides every difference that matters here.
 */
export async function openGauge(page: Page): Promise<Gauge> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');

  async function threadTime(): Promise<number> {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN) * 1000;
  }

  async function timeOf(work: () => Promise<unknown>): Promise<number> {
    await devtools.send('HeapProfiler.collectGarbage');
    const start = await threadTime();
    await work();
    return (await threadTime()) - start;
  }

  // What it costs the page to be asked at all.
  const asking: number[] = [];
  while (asking.length < 15) asking.push(await timeOf(() => page.evaluate(() => 0)));
  const overhead = median(asking);

  return {
    timeOf: async (work) => (await timeOf(work)) - overhead,
    heap: async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return (await devtools.send('Runtime.getHeapUsage')).usedSize;
    },
  };
}
