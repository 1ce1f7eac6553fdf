import { measureGates } from './measure-gates.ts';
import { median } from './median.ts';
import type { Tab } from './open-browser.ts';
import type { Phase } from './page/bench-api.ts';
import type { Comparison } from './rounds.ts';

const FEW = 1000;
const MANY = 50_000;

/** Measures what a gate costs among many for each that it costs among few: 1 where growth is linear. */
export async function measureGrowth(tab: Tab): Promise<(phase: Phase) => Comparison> {
  const few = await measureGates(tab, 'rows', FEW, { warmUps: 3, rounds: 15 });
  const many = await measureGates(tab, 'rows', MANY, { warmUps: 0, rounds: 3 });
  return (phase) => {
    const growth = (side: 'limit' | 'rival') =>
      median(many[phase].map((round) => round[side])) /
      MANY /
      (median(few[phase].map((round) => round[side])) / FEW);
    // Each for itself: a straight line is one whatever the limit does.
    return { limit: growth('limit'), ratio: growth('rival') };
  };
}
