import type { SessionStore } from '../stores/session-store.ts';

/**
 * Destroys a session, and what it has become meanwhile: whoever signs out with the id of before means this
 * session, under whatever id. Returns whether any of it was there until now.
 */
export async function destroySession(
  store: Pick<SessionStore, 'destroy'>,
  id: string,
): Promise<boolean> {
  let wasAlive = false;
  let next: string | null = id;
  while (next !== null) {
    const found = await store.destroy(next);
    wasAlive ||= found.wasAlive;
    next = found.successor;
  }
  return wasAlive;
}
