import type { Counts } from './counts.ts';

/** Reads the counts that a test runner left behind; anything else than a whole report is undefined. */
export function parseCounts(text: string): Counts | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isCounts(value) ? value : undefined;
}

function isCounts(value: unknown): value is Counts {
  if (typeof value !== 'object' || value === null) return false;
  const { passed, failed, leftOut } = value as Record<string, unknown>;
  return [passed, failed, leftOut].every((count) => Number.isInteger(count) && Number(count) >= 0);
}
