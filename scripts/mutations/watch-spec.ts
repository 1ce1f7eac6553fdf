import { ng } from '../process/command.ts';
import { startProcess } from '../process/start-process.ts';
import { RUN_MARK } from './spec-run.ts';
import type { SpecRun } from './spec-run.ts';

export interface WatchedSpec {
  /** Resolves with the next run in which the console was told this; `undefined` when none comes. */
  nextRun(told: string): Promise<SpecRun | undefined>;
  stop(): Promise<void>;
}

/** Milliseconds that a build and a run may take. */
const PATIENCE = 90_000;

/** Runs a spec in this folder, and again after each change, which is far quicker than from the start. */
export function watchSpec(folder: string, spec: string): WatchedSpec {
  let wanted = '';
  let take: ((run: SpecRun | undefined) => void) | undefined;
  const tests = startProcess({
    command: ng(
      'test',
      'ng-session',
      '--watch',
      '--karma-config=scripts/mutations/karma.conf.js',
      `--include=${spec}`,
    ),
    folder,
    onLine: (line) => {
      // A mutation that is no TypeScript.
      if (line.includes('bundle generation failed')) take?.(undefined);
      if (!line.startsWith(RUN_MARK)) return;
      const run = JSON.parse(line.slice(RUN_MARK.length)) as SpecRun;
      // Any other run is one of the files as they were before.
      if (run.told.includes(wanted) || run.brokeOff) take?.(run);
    },
  });
  return {
    stop: () => tests.stop(),
    nextRun: async (told) => {
      const { promise, resolve } = Promise.withResolvers<SpecRun | undefined>();
      wanted = told;
      take = resolve;
      const tired = setTimeout(() => resolve(undefined), PATIENCE);
      const run = await promise;
      clearTimeout(tired);
      return run;
    },
  };
}
