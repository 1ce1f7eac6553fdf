import type { Mutation } from './mutation.ts';
import type { SpecRun } from './spec-run.ts';

export interface MutationResult {
  readonly mutation: Mutation;
  readonly verdict: 'killed' | 'survived' | 'broken';
  /** Which spec failed, or why nothing can be told. */
  readonly why: string;
}

/** Decides what the run of a mutation comes to: nothing but a spec that failed has noticed it. */
export function toResult(mutation: Mutation, run: SpecRun | undefined): MutationResult {
  if (!run) {
    return { mutation, verdict: 'broken', why: 'it does not compile, or the spec never loads it' };
  }
  if (run.brokeOff) return { mutation, verdict: 'killed', why: 'the run did not come to its end' };
  const [first] = run.failed;
  return first === undefined
    ? { mutation, verdict: 'survived', why: `${run.passed} passed` }
    : { mutation, verdict: 'killed', why: `${run.failed.length} failed, such as: ${first}` };
}

/** One row of the table. */
export function resultLine({ mutation: { file, name }, verdict, why }: MutationResult): string {
  return `${verdict.padEnd(8)} | ${file} | ${name} | ${why}`;
}

/** How many there are of each. */
export function totalLine(results: readonly MutationResult[]): string {
  return (['killed', 'survived', 'broken'] as const)
    .map((verdict) => `${results.filter((result) => result.verdict === verdict).length} ${verdict}`)
    .join(', ');
}
