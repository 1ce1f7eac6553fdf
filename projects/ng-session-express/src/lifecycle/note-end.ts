import type { Request } from 'express';

import { sessionOf } from './request-session.ts';

/** Milliseconds that a request may be on its way: behind others, or on a bad connection. */
const LONGEST_WAY = 60_000;

/**
 * Takes note that there is no session under the id that the browser has sent. Where it was destroyed a moment
 * ago, the request was sent before, and is as late as one that was under way: it begins no other session. By
 * its cookie, somebody else may be here by now, and their cookie may be newer. Later on, the browser has
 * nothing but that cookie, and whoever uses it begins anew.
 */
export async function noteEnd(request: Request, id: string): Promise<void> {
  const known = sessionOf(request);
  const destroyedAt = await known.store.destroyedAt(id);
  if (destroyedAt === null || !isLate(destroyedAt, Date.now())) return;
  known.endedId = id;
  known.isOver = true;
}

/** Whether a request of now may have been sent before a session was destroyed. */
export function isLate(destroyedAt: number, now: number): boolean {
  return now - destroyedAt < LONGEST_WAY;
}
