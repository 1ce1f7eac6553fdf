import type { Request } from 'express';

import { SessionError } from '../session-error.ts';
import type { StoredSession } from '../stores/session-store.ts';
import { sessionOf, WRITTEN } from './request-session.ts';
import { ageToKeep } from './time-left.ts';

/** So many writers at once of one session are a fault, or an attack. */
const MAX_TRIES = 20;

interface Attempt {
  readonly session: StoredSession;
  readonly version: string | null;
}

/**
 * Writes the session of a request, as it is stored by now with a change of its own: whenever somebody has
 * written in between, it is read and changed again. Returns whether it was written; what has ended is not.
 *
 * @param first what to write before anything is read
 */
export async function writeStored(
  request: Request,
  change: (stored: StoredSession) => StoredSession,
  first: Attempt | null = null,
): Promise<boolean> {
  const known = sessionOf(request);
  const { store, options } = known;
  const id = request.sessionID;
  let attempt = first;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    if (attempt === null) {
      const latest = await store.read(id);
      if (latest === null) return false;
      attempt = { session: change(latest.session), version: latest.version };
    }
    const { session, version } = attempt;
    const result = await store.write(id, session, { age: ageToKeep(session, options), version });
    if (result === 'ended') return false;
    if (result === 'written') {
      // Whoever writes once more in this request reads what is there by then.
      known.version = WRITTEN;
      return true;
    }
    attempt = null;
  }
  throw new SessionError(
    'store-failed',
    'the session is written by too many requests at once; send fewer of them, or change less.',
  );
}
