import type { SessionStore, StoredSession } from '../stores/session-store.ts';

/** Nobody gets so many new ids while a request is under way; a chain that is longer is made to cost time. */
const MAX_STEPS = 20;

/**
 * Returns what a session that has ended is by now, under however many new ids since; `null` where it does not go
 * on, or not where this request can see it. Ends nothing.
 */
export async function findSuccessor(
  store: Pick<SessionStore, 'read' | 'destroy' | 'destroyedAt'>,
  id: string,
): Promise<StoredSession | null> {
  let next: string | null = id;
  for (let steps = 0; next !== null && steps < MAX_STEPS; steps++) {
    // What can not be read may be alive all the same: sealed into another answer.
    if ((await store.destroyedAt(next)) === null) return null;
    // It has ended: to destroy it once more does nothing, and says where it goes on.
    next = (await store.destroy(next)).successor;
    const found = next === null ? null : await store.read(next);
    if (found !== null) return found.session;
  }
  return null;
}
