import { median } from './median.ts';
import type { BenchBrowser } from './open-browser.ts';
import type { CartShape } from './page/bench-api.ts';
import { compare, interleave } from './rounds.ts';

const SMALL = 100;
const LARGE = 10_000;
const COUNT = 20_000;
const EFFORT = { warmUps: 3, rounds: 15 };
const TABS = 3;

/** Nanoseconds of a change in the small cart, and how many times that in the large one. */
export interface Puts {
  readonly small: number;
  readonly ratio: number;
}

/** Measures what it costs to change one entry of a cart, before anything is written or read. */
export async function measurePuts(browser: BenchBrowser, shape: CartShape): Promise<Puts> {
  const tabs: Puts[] = [];
  while (tabs.length < TABS) {
    const { page, timeOf } = await browser.openTab('library');
    const rounds = await interleave(SMALL, LARGE, EFFORT, async (size) => {
      const args = [shape, size, COUNT] as const;
      const time = await timeOf(() => page.evaluate((all) => globalThis.bench.put(...all), args));
      return (time / COUNT) * 1e6;
    });
    const { limit, ratio } = compare(rounds);
    tabs.push({ small: limit, ratio });
    await page.context().close();
  }
  return {
    small: median(tabs.map(({ small }) => small)),
    ratio: median(tabs.map(({ ratio }) => ratio)),
  };
}
