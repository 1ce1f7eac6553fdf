import { isPlainObject } from '../config/is-plain-object';
import { SessionError } from '../config/session-error';
import { frozenCopy } from './frozen-copy';
import { MAX_DEPTH, isSafeKey } from './session-path';

declare const ngDevMode: boolean | undefined;

/**
 * A frozen copy of the value, so that neither what was put nor what is read can change what is kept.
 * A Date becomes its ISO string; a property that is `undefined` is left out, as JSON does.
 * @throws SessionError `invalid-value` for what a session can not keep.
 */
export function toKept(value: unknown, parents: readonly unknown[] = []): unknown {
  // NaN and Infinity would come back from a store as null.
  if (value === null || /^(string|bigint|boolean)$/.test(typeof value) || Number.isFinite(value)) {
    return value;
  }
  if (value instanceof Date) {
    if (!isNaN(+value)) return value.toISOString();
  } else if (!parents.includes(value) && parents.length < MAX_DEPTH) {
    const above = [...parents, value];
    if (Array.isArray(value) || (isPlainObject(value) && Object.keys(value).every(isSafeKey))) {
      return frozenCopy(value, (part) => toKept(part, above));
    }
  }
  throw invalidValue(
    ngDevMode &&
      `a session keeps strings, finite numbers, booleans, null, dates, lists and plain objects ` +
        `without cycles or inherited names as keys, not ${describe(value)}`,
  );
}

/** The refusal of a value, with the rule that it breaks. */
export function invalidValue(rule: string | false | null | undefined): SessionError {
  return new SessionError('invalid-value', ngDevMode && `${String(rule)}; nothing was changed.`);
}

function describe(value: unknown): string {
  if (typeof value === 'object') return 'such an object';
  return typeof value === 'number' ? String(value) : `a value of type ${typeof value}`;
}
