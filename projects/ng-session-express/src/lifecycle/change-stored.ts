import type { Request } from 'express';

import type { StoredSession } from '../stores/session-store.ts';
import { sessionOf, WRITTEN } from './request-session.ts';
import { ageToKeep } from './time-left.ts';
import { toStored } from './to-stored.ts';

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
  const { store, options } = known;
  // What is stored now is no change of this request any more.
  known.before = JSON.stringify(change(toStored(known.before)));
  for (;;) {
    const latest = await store.read(request.sessionID);
    if (latest === null) return;
    const { session, version } = latest;
    const age = ageToKeep(session, options);
    const result = await store.write(request.sessionID, change(session), { age, version });
    if (result === 'conflict') continue;
    if (result === 'written') known.version = WRITTEN;
    return;
  }
}
