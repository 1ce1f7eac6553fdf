import type { ResolvedOptions } from '../options/resolve-options.ts';

/** Milliseconds that a session lasts from now on without activity: its age, or what is left of all its time. */
export function timeLeft(
  { startedAt }: { readonly startedAt?: unknown },
  { age, absoluteAge }: Pick<ResolvedOptions, 'age' | 'absoluteAge'>,
): number {
  const start = typeof startedAt === 'number' ? startedAt : Date.now();
  return Math.min(age, start + absoluteAge - Date.now());
}

/** The same, for a store: one that is over by now is kept for a moment, since no store takes less. */
export function ageToKeep(...parts: Parameters<typeof timeLeft>): number {
  return Math.max(1, timeLeft(...parts));
}
