import { runSuite } from './run-suite.ts';
import type { SuiteResult } from './suite-result.ts';
import { SUITES } from './suites.ts';
import { summaryLines, totalCounts } from './summary.ts';

// node scripts/test/main.ts [suite…]: runs these suites, or all, one after another.
const names = process.argv.slice(2);
const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no suite ${unknown.join(', ')}; there are ${SUITES.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const results: SuiteResult[] = [];
for (const suite of SUITES) {
  // One that fails does not keep the others from telling what they know.
  if (names.length === 0 || names.includes(suite.name)) results.push(await runSuite(suite));
}

console.log(`\n${summaryLines(results).join('\n')}`);
process.exitCode = totalCounts(results).failed > 0 ? 1 : 0;
