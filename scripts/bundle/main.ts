import { buildLibrary } from '../build/build-library.ts';
import budget from './budget.json' with { type: 'json' };
import { buildApp } from './build-app.ts';
import { bytesByPackage } from './bytes-by-package.ts';
import { sizeReport } from './size-report.ts';
import { addedSize, sizeOf } from './size.ts';

// node scripts/bundle/main.ts [check]: what the core adds to an app; `check` fails above the budget.
const check = process.argv[2] === 'check';

await buildLibrary();
const without = await buildApp('without');
const complete = await buildApp('with');
const added = addedSize(sizeOf(complete.scripts), sizeOf(without.scripts));

console.log(sizeReport(added, bytesByPackage(without.metafile), bytesByPackage(complete.metafile)));

const { brotli: limit, goal } = budget.core;
if (added.brotli > goal) {
  console.log(
    `\nThe goal is ${goal} bytes brotli, not reached: docs/decisions/0004-what-the-core-weighs.md.`,
  );
}
if (check && added.brotli > limit) {
  console.error(
    `\nThat is ${added.brotli - limit} bytes above the budget of ${limit} bytes brotli.`,
  );
  process.exitCode = 1;
} else if (check) {
  console.log(`\nThat is within the budget of ${limit} bytes brotli.`);
}
