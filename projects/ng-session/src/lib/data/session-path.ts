import { SessionError } from '../config/session-error';

declare const ngDevMode: boolean | undefined;

/** Where a value is: `'cart.items.0'`, or its segments, which may then hold dots: `['cart', 'a.b']`. */
export type SessionPath = string | readonly (string | number)[];

/** How far past its end an array may be written, so that a stray index can not take the memory. */
const MAX_GAP = 1000;

/** The segments of a path. @throws SessionError `invalid-path` for an empty or an unsafe one. */
export function toSegments(path: SessionPath): readonly string[] {
  const segments =
    typeof path === 'string'
      ? path.split('.')
      : Array.isArray(path)
        ? Array.from(path, toSegment)
        : [];
  if (!segments.length || !segments.every((segment) => segment && isSafeKey(segment))) {
    throw invalidPath(
      segments,
      ngDevMode && 'has an empty segment, or one that every object inherits',
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

/** The value at the path; the fallback where nothing exists. */
export function findAt(node: unknown, segments: readonly string[], fallback?: unknown): unknown {
  for (const segment of segments) {
    if (!owns(node, segment)) return fallback;
    node = node[segment];
  }
  return node;
}

/**
 * A copy of the node with the value at the path; what lies beside the path is shared.
 * @throws SessionError `invalid-path` where a segment leads through a value that holds no keys.
 */
export function putAt(node: unknown, segments: readonly string[], value: unknown): unknown {
  const [segment, ...rest] = segments;
  if (segment === undefined) return value;
  const container = copyOf(node, segment);
  if (Array.isArray(container)) {
    if (!isIndex(segment) || +segment > container.length + MAX_GAP) {
      throw invalidPath(
        segments,
        ngDevMode && `is no index of a list of ${String(container.length)}`,
      );
    }
    // No holes: JSON has none, so a store would answer with something else than was put.
    while (container.length < +segment) container.push(null);
  }
  const keyed = container as Record<string, unknown>;
  keyed[segment] = putAt(owns(keyed, segment) ? keyed[segment] : undefined, rest, value);
  return Object.freeze(keyed);
}

/** A copy of the node without what is at the path; the node itself where nothing is. */
export function forgetAt(node: unknown, segments: readonly string[]): unknown {
  const [segment, ...rest] = segments as [string, ...string[]];
  if (!owns(node, segment)) return node;
  const copy = copyOf(node, segment) as Record<string, unknown>;
  if (rest.length) {
    copy[segment] = forgetAt(node[segment], rest);
    if (copy[segment] === node[segment]) return node;
  } else if (Array.isArray(copy)) copy.splice(+segment, 1);
  else Reflect.deleteProperty(copy, segment);
  return Object.freeze(copy);
}

function copyOf(node: unknown, segment: string): unknown[] | Record<string, unknown> {
  if (Array.isArray(node)) return [...(node as unknown[])];
  if (isContainer(node)) return { ...node };
  if (node !== undefined && node !== null) {
    throw invalidPath([segment], ngDevMode && `leads into a ${typeof node}, which holds no keys`);
  }
  return isIndex(segment) ? [] : {};
}

/** Whether the segment leads on: an own key of an object, or an index of a list, but not its `length`. */
function owns(node: unknown, segment: string): node is Record<string, unknown> {
  return (
    isContainer(node) && Object.hasOwn(node, segment) && (!Array.isArray(node) || isIndex(segment))
  );
}

function isContainer(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null;
}

function isIndex(segment: string): boolean {
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
