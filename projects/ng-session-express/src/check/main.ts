#!/usr/bin/env node
import { CheckError } from './check-error.ts';
import { formatReport } from './cli/format-report.ts';
import { HELP } from './cli/help.ts';
import { parseArguments } from './cli/parse-arguments.ts';
import { checkBackend } from './run-check.ts';

const { argv, env, stdout } = process;

try {
  const parsed = parseArguments(argv.slice(2), env);
  if (parsed.help) {
    stdout.write(HELP);
  } else {
    const report = await checkBackend(parsed.options);
    const colour = stdout.isTTY && !env['NO_COLOR'];
    stdout.write(
      parsed.json ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report, { colour }),
    );
    process.exitCode = report.ok ? 0 : 1;
  }
} catch (error) {
  // A fault of the check itself is told whole: it is none of the backend.
  console.error(error instanceof CheckError ? `${error.message}\nTry --help.` : error);
  process.exitCode = 2;
}
