import type { StoredSession } from './session-store.ts';

/**
 * Returns under what the sessions of a user are kept: its text, so that `1` is `'1'`. An id that comes from
 * a URL is a text, and has to name the same user.
 */
export function userKey(userId: string | number): string {
  return String(userId);
}

/** Returns the key of the user of a session; `null` for a session of nobody. */
export function userKeyOf({ userId }: StoredSession): string | null {
  return typeof userId === 'string' || typeof userId === 'number' ? userKey(userId) : null;
}
