import type { FigureName } from './goals.ts';
import { measureGates } from './measure-gates.ts';
import { measureGrowth } from './measure-growth.ts';
import { measureHeap } from './measure-heap.ts';
import { measureLookUps } from './measure-look-ups.ts';
import type { Tab } from './open-browser.ts';
import { compare } from './rounds.ts';
import type { Comparison, Round } from './rounds.ts';

export type Figures = Readonly<Record<FigureName, Comparison>>;

const COUNT = 10_000;
const EFFORT = { warmUps: 3, rounds: 9 };

/** Measures everything, in one page. */
export async function measureTab(tab: Tab): Promise<Figures> {
  const rows = await measureGates(tab, 'rows', COUNT, EFFORT);
  const siblings = await measureGates(tab, 'siblings', COUNT, EFFORT);
  const heap = await measureHeap(tab, COUNT);
  const bySignal = await measureLookUps(tab, 'limit');
  const bySet = await measureLookUps(tab, 'set');
  const growth = await measureGrowth(tab);
  return {
    mount: compare(rows.mount),
    lost: compare(rows.lost),
    gained: compare(rows.gained),
    again: compare(rows.again),
    renamed: compare(rows.renamed),
    siblings: compare(siblings.lost),
    destroy: compare(rows.destroy),
    heap: compare(heap),
    growingMount: growth('mount'),
    growingLost: growth('lost'),
    growingGained: growth('gained'),
    growingDestroy: growth('destroy'),
    bySignal: speed(bySignal),
    bySet: speed(bySet),
  };
}

/** How much as fast, which is how look-ups are told. */
function speed(rounds: readonly Round[]): Comparison {
  const { limit, ratio } = compare(rounds);
  return { limit, ratio: 1 / ratio };
}
