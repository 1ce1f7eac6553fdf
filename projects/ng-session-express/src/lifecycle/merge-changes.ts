import { isDeepStrictEqual } from 'node:util';

import { isPlainObject } from '../is-plain-object.ts';
import type { StoredSession } from '../stores/session-store.ts';

type Keyed = Readonly<Record<string, unknown>>;

/**
 * Puts what one request has changed on top of what another one has written meanwhile. Both changes stay
 * where they are of different keys, at any depth; of the same key, that of the later one does.
 */
export function mergeChanges(
  before: StoredSession,
  mine: StoredSession,
  theirs: StoredSession,
): StoredSession {
  return merge(before, mine, theirs) as StoredSession;
}

function merge(before: unknown, mine: unknown, theirs: unknown): unknown {
  if (isDeepStrictEqual(before, mine)) return theirs;
  if (!isPlainObject(mine) || !isPlainObject(theirs)) return mine;
  const base: Keyed = isPlainObject(before) ? before : {};
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  return Object.fromEntries(
    [...keys]
      .map((key) => [key, merge(own(base, key), own(mine, key), own(theirs, key))] as const)
      .filter(([, value]) => value !== undefined),
  );
}

/** A missing key is `undefined`, which JSON does not have. */
function own(object: Keyed, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
