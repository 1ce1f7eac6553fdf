import type { Request } from 'express';

import { sessionOf } from './request-session.ts';
import { saveSession } from './save-session.ts';

/**
 * Stores a session that begins, or goes on under a new id. It is over at once where the sessions of its user
 * were revoked after `since`: they were listed before this one was there. Stored first and asked then, one of
 * the two always sees the other. Returns whether it is there.
 */
export async function saveSuccessor(request: Request, since: number): Promise<boolean> {
  const known = sessionOf(request);
  const { userId } = request.session;
  await saveSession(request);
  if (known.isOver || userId === undefined) return !known.isOver;
  const revokedAt = (await known.store.revokedAt?.(userId)) ?? null;
  if (revokedAt === null || revokedAt <= since) return true;
  await known.store.destroy(request.sessionID);
  known.isOver = true;
  return false;
}
