import type { StoredSession } from './session-store.ts';

/** Returns under what the sessions of a user are listed: JSON, so that `1` is not `'1'`. */
export function userKey(userId: string | number): string {
  return JSON.stringify(userId);
}

/** Returns the key of the user of a session; `null` for a session of nobody. */
export function userKeyOf({ userId }: StoredSession): string | null {
  return typeof userId === 'string' || typeof userId === 'number' ? userKey(userId) : null;
}
