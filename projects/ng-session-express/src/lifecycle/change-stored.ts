import type { Request } from 'express';

import type { StoredSession } from '../stores/session-store.ts';
import { sessionOf } from './request-session.ts';
import { toStored } from './to-stored.ts';
import { writeStored } from './write-stored.ts';

/**
 * Changes a session as it is stored by now, rather than as this request has read it: whoever is first
 * has done it, and others see that. Calls `change` until nobody has written in between; does nothing for a
 * session that is not stored.
 */
export async function changeStored(
  request: Request,
  change: (session: StoredSession) => StoredSession,
): Promise<void> {
  const known = sessionOf(request);
  // What is stored now is no change of this request any more.
  known.before = JSON.stringify(change(toStored(known.before)));
  await writeStored(request, change);
}
