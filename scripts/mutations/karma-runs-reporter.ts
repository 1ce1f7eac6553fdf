import { RUN_MARK } from './spec-run.ts';
import type { SpecRun } from './spec-run.ts';

interface KarmaSpec {
  readonly suite: readonly string[];
  readonly description: string;
  readonly success: boolean;
}

interface KarmaResults {
  readonly success: number;
  /** Whether something failed outside of a spec. */
  readonly error: boolean;
  readonly disconnected: boolean;
}

/** Prints each run as one line, with the specs that failed. */
function karmaRunsReporter(): object {
  let told = '';
  let failed: string[] = [];
  return {
    onRunStart(): void {
      told = '';
      failed = [];
    },
    onBrowserLog(_browser: unknown, log: string): void {
      told += log;
    },
    onSpecComplete(_browser: unknown, { suite, description, success }: KarmaSpec): void {
      if (!success) failed.push([...suite, description].join(' '));
    },
    onRunComplete(_browsers: unknown, { success, error, disconnected }: KarmaResults): void {
      const brokeOff = disconnected || (error && failed.length === 0);
      const run: SpecRun = { told, failed, passed: success, brokeOff };
      console.log(`\n${RUN_MARK}${JSON.stringify(run)}`);
    },
  };
}

/** The Karma plugin that gives the reporter `runs`. */
export const karmaRunsPlugin = { 'reporter:runs': ['factory', karmaRunsReporter] };
