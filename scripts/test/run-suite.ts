import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand } from '../process/run-command.ts';
import { parseCounts } from './parse-counts.ts';
import type { SuiteResult } from './suite-result.ts';
import { suiteResult } from './suite-result.ts';
import type { Suite } from './suite.ts';

/** Runs a suite with its output on this terminal; whatever goes wrong is part of the result. */
export async function runSuite(suite: Suite): Promise<SuiteResult> {
  const { name, title, setUp, command } = suite;
  console.log(`\n── ${title} (${name})\n`);
  const folder = mkdtempSync(join(tmpdir(), 'ng-session-test-'));
  const countsFile = join(folder, 'counts.json');
  try {
    const missing = suite.missing?.();
    if (missing !== undefined) console.warn(`NOT RUN: ${missing}\n`);
    await setUp?.();
    const exitCode = await runCommand(command(countsFile), {
      env: { COUNTS_FILE: countsFile },
    });
    const report = existsSync(countsFile) ? readFileSync(countsFile, 'utf8') : '';
    const result = suiteResult({ name, exitCode, counts: parseCounts(report) });
    return missing === undefined ? result : { ...result, missing };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return suiteResult({ name, exitCode: 1, counts: undefined });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
