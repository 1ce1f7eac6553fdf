import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand } from '../process/run-command.ts';
import { parseCounts } from './parse-counts.ts';
import type { SuiteResult } from './suite-result.ts';
import { suiteResult } from './suite-result.ts';
import type { Suite } from './suite.ts';

/** Runs a suite with its output on this terminal; whatever goes wrong is part of the result. */
export async function runSuite({ name, title, setUp, command }: Suite): Promise<SuiteResult> {
  console.log(`\n── ${title} (${name})\n`);
  const folder = mkdtempSync(join(tmpdir(), 'ng-session-test-'));
  const countsFile = join(folder, 'counts.json');
  try {
    await setUp?.();
    const exitCode = await runCommand(command(countsFile), {
      env: { COUNTS_FILE: countsFile },
    });
    const report = existsSync(countsFile) ? readFileSync(countsFile, 'utf8') : '';
    return suiteResult({ name, exitCode, counts: parseCounts(report) });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return suiteResult({ name, exitCode: 1, counts: undefined });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
