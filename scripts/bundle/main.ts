import { readFileSync } from 'node:fs';

import { buildLibrary } from '../build/build-library.ts';
import { workspacePath } from '../workspace-path.ts';
import budget from './budget.json' with { type: 'json' };
import { buildApp } from './build-app.ts';
import { bytesByPackage } from './bytes-by-package.ts';
import { DEV_WORDS, wordsIn } from './dev-words.ts';
import { measureParts } from './measure-parts.ts';
import { sizeReport } from './size-report.ts';
import { addedSize, sizeOf } from './size.ts';
import { wrongSizes } from './wrong-sizes.ts';

// node scripts/bundle/main.ts [check]: what the core adds to an app, and each part on top of it; `check`
// fails above the budget, where the guide says something else, and where the app holds what only
// development mode says.
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
const parts = await measureParts();
console.log('\nOn top of that, in bytes brotli:');
for (const [name, bytes] of parts) console.log(`${String(bytes).padStart(7)}  ${name}`);

if (check) {
  const library = readFileSync(workspacePath('dist/ng-session/fesm2022/ng-session.mjs'));
  const published = wordsIn([library]);
  const faults = [
    ...(added.brotli > limit
      ? [`That is ${added.brotli - limit} bytes above the budget of ${limit} bytes brotli.`]
      : []),
    ...wrongSizes(readGuides(), parts),
    ...wordsIn(complete.scripts).map((word) => `A production build holds “${word}”.`),
    // A word that has changed would be looked for in vain, and so never found.
    ...DEV_WORDS.filter((word) => !published.includes(word)).map(
      (word) => `The library no longer says “${word}”: mend scripts/bundle/dev-words.ts.`,
    ),
  ];
  console.log(
    `\n${faults.join('\n') || `That is within the budget of ${limit} bytes brotli, and only what production needs.`}`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

/** Returns the guides that tell what a part costs. */
function readGuides(): string {
  const guides = ['stores', 'tabs', 'token-sessions'];
  return guides.map((name) => readFileSync(workspacePath(`docs/${name}.md`), 'utf8')).join('\n');
}
