import { SessionError } from '../config/session-error';

declare const ngDevMode: boolean | undefined;

/** Where a value is: `'cart.items.0'`, or its segments, which may then hold dots: `['cart', 'a.b']`. */
export type SessionPath = string | readonly (string | number)[];

/** Far more than data of people needs, far less than the call stack has. */
export const MAX_DEPTH = 500;

/** The segments of a path. @throws SessionError `invalid-path` for an empty or unsafe one, or too many. */
export function toSegments(path: SessionPath): readonly string[] {
  const segments =
    typeof path === 'string'
      ? path.split('.')
      : Array.isArray(path)
        ? Array.from(path, toSegment)
        : [];
  const isSafe = segments.every((segment) => segment && isSafeKey(segment));
  if (!isSafe || !segments.length || segments.length > MAX_DEPTH) {
    throw invalidPath(
      segments,
      ngDevMode && 'has no segment, too many, an empty one, or one that every object inherits',
    );
  }
  return segments;
}

/** A segment as it is written; empty, and so refused, for what is neither a name nor an index. */
function toSegment(segment: unknown): string {
  return typeof segment === 'string' || typeof segment === 'number' ? String(segment) : '';
}

/** Whether no object inherits the key, so that it can not reach a prototype. */
export function isSafeKey(key: string): boolean {
  return !(key in {}) && key !== 'prototype';
}

/** Whether the segment can name an item of a list. */
export function isIndex(segment: string): boolean {
  return /^(0|[1-9]\d*)$/.test(segment);
}

/** The refusal of a path, with the rule that it breaks. */
export function invalidPath(
  segments: readonly string[],
  rule: string | false | null | undefined,
): SessionError {
  return new SessionError(
    'invalid-path',
    ngDevMode && `'${segments.join('.')}' ${String(rule)}; nothing was changed.`,
  );
}
