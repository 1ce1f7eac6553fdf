import { median } from './median.ts';

/** What both took, in the same round. */
export interface Round {
  readonly limit: number;
  readonly rival: number;
}

export interface Effort {
  /** Rounds that do not count: the browser is still compiling what it runs. */
  readonly warmUps: number;
  readonly rounds: number;
}

/**
 * Measures the limit and a rival in turn, round after round.
 *
 * Every other round runs the other way round, so that nobody always pays for the one before.
 */
export async function interleave<Name, Result>(
  base: Name,
  rival: Name,
  { warmUps, rounds }: Effort,
  measure: (name: Name) => Promise<Result>,
): Promise<readonly { readonly limit: Result; readonly rival: Result }[]> {
  const results: { limit: Result; rival: Result }[] = [];
  for (let round = 0; round < warmUps + rounds; round++) {
    const names = round % 2 === 0 ? ([base, rival] as const) : ([rival, base] as const);
    const [first, second] = [await measure(names[0]), await measure(names[1])];
    if (round < warmUps) continue;
    results.push(
      round % 2 === 0 ? { limit: first, rival: second } : { limit: second, rival: first },
    );
  }
  return results;
}

/** What the limit took, and how many times that the rival did: medians. */
export interface Comparison {
  readonly limit: number;
  readonly ratio: number;
}

/** Compares round by round, so that what changes between rounds changes nothing. */
export function compare(rounds: readonly Round[]): Comparison {
  return {
    limit: median(rounds.map(({ limit }) => limit)),
    ratio: median(rounds.map(({ limit, rival }) => rival / limit)),
  };
}
