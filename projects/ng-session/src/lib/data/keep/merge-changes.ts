/**
 * What both sides want to be kept: our changes since `base`, on top of what is there by now. Keys of
 * objects are merged one by one; of anything else that both have changed, a list too, ours stays.
 *
 * Parts are compared by identity, so most of a large object is never looked at.
 */
export function mergeChanges(base: unknown, ours: unknown, theirs: unknown): unknown {
  if (ours === base) return theirs;
  if (theirs === base || ours === theirs) return ours;
  if (!isKeyed(ours) || !isKeyed(theirs)) return ours;
  const before = isKeyed(base) ? base : {};
  const merged: Record<string, unknown> = { ...theirs };
  let isTheirs = true;
  for (const key of new Set([...Object.keys(before), ...Object.keys(ours)])) {
    // What a key is not there for is `undefined`, which is no value of a session.
    const kept = mergeChanges(before[key], ours[key], theirs[key]);
    if (kept === theirs[key]) continue;
    isTheirs = false;
    if (kept === undefined) Reflect.deleteProperty(merged, key);
    else merged[key] = kept;
  }
  return isTheirs ? theirs : Object.freeze(merged);
}

/**
 * What of ours the base does not have, for when the base is over: none of it may come back with a change
 * beside it. A list that has changed is over as a whole. `undefined` where there is nothing.
 */
export function addedSince(base: unknown, ours: unknown): unknown {
  if (ours === base) return undefined;
  if (!isContainer(ours) || !isContainer(base)) return ours;
  if (!isKeyed(ours) || !isKeyed(base)) return isKeyed(ours) ? ours : undefined;
  const added = Object.entries(ours)
    .map(([key, value]) => [key, addedSince(base[key], value)] as const)
    .filter(([, value]) => value !== undefined);
  return added.length > 0 ? Object.freeze(Object.fromEntries(added)) : undefined;
}

/** A copy of what is new, made of the parts of the old one wherever they are equal. */
export function shareEqual(old: unknown, fresh: unknown): unknown {
  if (!isContainer(old) || !isContainer(fresh) || Array.isArray(old) !== Array.isArray(fresh)) {
    return fresh;
  }
  const keys = Object.keys(fresh);
  let isEqual = keys.length === Object.keys(old).length;
  const shared = (Array.isArray(fresh) ? [] : {}) as Record<string, unknown>;
  for (const key of keys) {
    shared[key] = shareEqual(old[key], fresh[key]);
    isEqual &&= shared[key] === old[key] && Object.hasOwn(old, key);
  }
  return isEqual ? old : Object.freeze(shared);
}

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return isContainer(value) && !Array.isArray(value);
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
