import { stripTypeScriptTypes } from 'node:module';

import { workspacePath } from '../workspace-path.ts';
import { startProcess } from '../process/start-process.ts';
import type { Mutation } from './mutation.ts';
import { toResult } from './result.ts';
import type { MutationResult } from './result.ts';
import { RUN_MARK } from './spec-run.ts';
import type { SpecRun } from './spec-run.ts';
import { readSource } from './workshop.ts';
import type { Workshop } from './workshop.ts';

/** Milliseconds that a test may take, and all tests of a spec. */
const TEST_PATIENCE = 10_000;
const PATIENCE = 120_000;

/** Tries mutations that one spec of a Node project has to notice, one after another. */
export async function* tryInNode(
  workshop: Workshop,
  spec: string,
  mutations: readonly Mutation[],
): AsyncGenerator<MutationResult, void> {
  const untouched = await runSpec(workshop.folder, spec);
  if (untouched.failed.length > 0 || untouched.passed === 0 || untouched.brokeOff) {
    throw new Error(`${spec} does not pass without any mutation: ${untouched.failed.join()}`);
  }
  for (const mutation of mutations) {
    if (!isReadable(mutation)) {
      yield toResult(mutation, undefined);
      continue;
    }
    const undo = workshop.apply(mutation, '');
    yield toResult(mutation, await runSpec(workshop.folder, spec));
    undo();
  }
}

/** Whether the mutated source can be read at all: a spec that fails for its syntax has noticed nothing. */
function isReadable(mutation: Mutation): boolean {
  const { find, replace } = mutation;
  try {
    stripTypeScriptTypes(readSource(mutation).replace(find, () => replace));
    return true;
  } catch {
    return false;
  }
}

async function runSpec(folder: string, spec: string): Promise<SpecRun> {
  let run: SpecRun | undefined;
  const tests = startProcess({
    command: [
      '--test',
      '--test-force-exit',
      `--test-timeout=${TEST_PATIENCE}`,
      `--test-reporter=${workspacePath('scripts/mutations/node-runs-reporter.ts')}`,
      spec,
    ],
    folder,
    onLine: (line) => {
      if (line.startsWith(RUN_MARK)) run = JSON.parse(line.slice(RUN_MARK.length)) as SpecRun;
    },
  });
  const tired = setTimeout(() => void tests.stop(), PATIENCE);
  await tests.ended;
  clearTimeout(tired);
  return run ?? { told: '', failed: [], passed: 0, brokeOff: true };
}
