import type { Tab } from './open-browser.ts';
import { interleave } from './rounds.ts';
import type { Round } from './rounds.ts';

const COUNT = 2_000_000;

/** Measures the nanoseconds of one question for a role, put to a user with a thousand. */
export function measureLookUps(
  { page, rival, timeOf }: Tab,
  base: 'limit' | 'set',
): Promise<readonly Round[]> {
  return interleave(base, rival, { warmUps: 3, rounds: 15 }, async (name) => {
    const args = [name, COUNT] as const;
    const time = await timeOf(() => page.evaluate((all) => globalThis.bench.lookUp(...all), args));
    return (time / COUNT) * 1e6;
  });
}
