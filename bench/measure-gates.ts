import type { Tab } from './open-browser.ts';
import type { ContenderName, Layout, Phase } from './page/bench-api.ts';
import { interleave } from './rounds.ts';
import type { Effort, Round } from './rounds.ts';

/** The life of gates. */
const PHASES: readonly Phase[] = ['mount', 'again', 'renamed', 'lost', 'gained', 'destroy'];

/** Measures the life of so many gates: milliseconds of each round. */
export async function measureGates(
  tab: Tab,
  layout: Layout,
  count: number,
  effort: Effort,
): Promise<Readonly<Record<Phase, readonly Round[]>>> {
  const rounds = await interleave('limit', tab.rival, effort, (name) =>
    measureLife(tab, name, layout, count),
  );
  const byPhase = PHASES.map((phase) => [
    phase,
    rounds.map(({ limit, rival }) => ({ limit: limit[phase], rival: rival[phase] })),
  ]);
  return Object.fromEntries(byPhase) as Record<Phase, readonly Round[]>;
}

async function measureLife(
  { page, timeOf }: Tab,
  name: ContenderName,
  layout: Layout,
  count: number,
): Promise<Readonly<Record<Phase, number>>> {
  const times: Partial<Record<Phase, number>> = {};
  for (const phase of PHASES) {
    let repeats = NaN;
    const time = await timeOf(async () => {
      const args = [phase, name, layout, count] as const;
      repeats = await page.evaluate((all) => globalThis.bench.run(...all), args);
    });
    times[phase] = time / repeats;
    await page.evaluate((all) => globalThis.bench.check(...all), [phase, count] as const);
  }
  return times as Record<Phase, number>;
}
