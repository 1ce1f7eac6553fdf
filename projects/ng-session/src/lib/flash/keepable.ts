import { isPlainObject } from '../config/is-plain-object';
import { isSafeKey } from '../data/session-path';

/** What is nested deeper is a cycle. */
const MAX_DEPTH = 100;

/**
 * A copy of the value without what a session can not keep, such as a file or a function, and without
 * the keys that are to be dropped by their names and those around them, at every depth.
 */
export function keepable(
  value: unknown,
  isDropped: (...names: readonly string[]) => boolean = () => false,
  above: readonly string[] = [],
  depth = 0,
): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) {
    return value.map((item) => keepable(item, isDropped, above, depth + 1));
  }
  if (isPlainObject(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => isSafeKey(key) && !isDropped(...above, key))
        .map(([key, item]) => [key, keepable(item, isDropped, [...above, key], depth + 1)]),
    );
  }
  return isScalar(value) ? value : undefined;
}

function isScalar(value: unknown): boolean {
  if (value instanceof Date) return !isNaN(+value);
  return typeof value === 'number'
    ? Number.isFinite(value)
    : value === null || /^(string|bigint|boolean)$/.test(typeof value);
}
