import type { Layout, Phase } from './bench-api';
import type { Contender, User } from './contenders/contender';
import type { Stage } from './stage';

const ADMIN: User = { id: 1, name: 'Ada', roles: ['admin', 'editor'] };
const EDITOR: User = { id: 1, name: 'Ada', roles: ['editor'] };

/** An answer that changes nothing is over too soon to be measured alone. */
const REPEATS = 5;
/** More than any contender needs between a user and what is shown. */
const MICROTASKS = 50;

/** Lets something happen to gates, the page brought up to date each time; resolves with how often. */
export async function runPhase(
  phase: Phase,
  stage: Stage,
  contender: Contender,
  layout: Layout,
  count: number,
): Promise<number> {
  const steps = stepsOf(phase, stage, contender, layout, count);
  for (const step of steps) {
    step();
    stage.render();
    if (!contender.answersLater) continue;
    for (let turn = 0; turn < MICROTASKS; turn++) await Promise.resolve();
    stage.render();
  }
  return steps.length;
}

function stepsOf(
  phase: Phase,
  stage: Stage,
  contender: Contender,
  layout: Layout,
  count: number,
): readonly (() => void)[] {
  const users = (...all: readonly User[]) => all.map((user) => () => contender.setUser(user));
  const turns = Array.from({ length: REPEATS }, (_, turn) => turn);
  switch (phase) {
    case 'mount':
      // Nothing is mounted that the user could matter to.
      contender.setUser(ADMIN);
      return [() => stage.mount(contender, layout, count)];
    case 'again':
      return users(...turns.map(() => ({ ...ADMIN, roles: [...ADMIN.roles] })));
    case 'renamed':
      return users(...turns.map((turn) => ({ ...ADMIN, name: `Ada ${turn}` })));
    case 'lost':
      return users(EDITOR);
    case 'gained':
      return users(ADMIN);
    case 'destroy':
      return [() => stage.unmount()];
  }
}
