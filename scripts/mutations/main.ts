import { findMisplaced } from './find-misplaced.ts';
import { MUTATIONS } from './mutations.ts';
import { resultLine, totalLine } from './result.ts';
import type { MutationResult } from './result.ts';
import { tryInNode } from './try-in-node.ts';
import { tryMutations } from './try-mutations.ts';
import { createWorkshop, readSource } from './workshop.ts';

// node scripts/mutations/main.ts [filter]: takes one protection after another out of a project, and
// fails where no spec does. The filter is a part of a file, of a name or of a spec.
const filter = process.argv[2] ?? '';
const chosen = MUTATIONS.filter(({ project, file, name, spec }) =>
  `${project}: ${file}: ${name}: ${spec}`.includes(filter),
);
const misplaced = findMisplaced(chosen, readSource);
if (misplaced.length > 0 || chosen.length === 0) {
  console.error(misplaced.join('\n') || `There is no mutation with ${filter}.`);
  process.exit(2);
}

// The copy, and what was started in it, end with this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
const workshop = createWorkshop();
const results: MutationResult[] = [];
for (const [spec, mutations] of Map.groupBy(chosen, (mutation) => mutation.spec)) {
  console.log(`\n── ${spec}\n`);
  const tryAll = mutations[0]?.project === 'express' ? tryInNode : tryMutations;
  for await (const result of tryAll(workshop, spec, mutations)) {
    console.log(resultLine(result));
    results.push(result);
  }
}

const others = results.filter(({ verdict }) => verdict !== 'killed');
console.log(['', ...others.map(resultLine), totalLine(results)].join('\n'));
process.exitCode = others.length > 0 ? 1 : 0;
