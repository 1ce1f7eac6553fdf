import type { Mutation } from './mutation.ts';
import { toResult } from './result.ts';
import type { MutationResult } from './result.ts';
import type { SpecRun } from './spec-run.ts';
import { watchSpec } from './watch-spec.ts';
import type { WatchedSpec } from './watch-spec.ts';
import type { Workshop } from './workshop.ts';

/** Tries mutations that one spec of the library has to notice, one after another. */
export async function* tryMutations(
  workshop: Workshop,
  spec: string,
  mutations: readonly Mutation[],
): AsyncGenerator<MutationResult, void> {
  let watched = await startWatching(workshop, spec);
  let undo = (): void => undefined;

  const runWith = (mutation: Mutation, id: string): Promise<SpecRun | undefined> => {
    const run = watched.nextRun(id);
    // In one go, so that the watcher takes both for one change.
    undo();
    undo = workshop.apply(mutation, id);
    return run;
  };
  const startAgain = async (): Promise<void> => {
    await watched.stop();
    undo();
    undo = () => undefined;
    watched = await startWatching(workshop, spec);
  };

  try {
    for (const [index, mutation] of mutations.entries()) {
      const id = `mutation ${index}.`;
      let run = await runWith(mutation, id);
      if (!run) {
        // A busy machine misses a change now and then.
        await startAgain();
        run = await runWith(mutation, id);
      }
      yield toResult(mutation, run);
      // A browser that hangs takes all runs after it along.
      if (!run || run.brokeOff) await startAgain();
    }
  } finally {
    await watched.stop();
    undo();
  }
}

async function startWatching(workshop: Workshop, spec: string): Promise<WatchedSpec> {
  const watched = watchSpec(workshop.folder, spec);
  const untouched = await watched.nextRun('');
  if (untouched?.failed.length === 0 && untouched.passed > 0) return watched;
  await watched.stop();
  throw new Error(`${spec} does not pass without any mutation.`);
}
