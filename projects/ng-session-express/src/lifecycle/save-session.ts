import type { Request } from 'express';

import { SessionError } from '../session-error.ts';
import { mergeChanges } from './merge-changes.ts';
import { sessionOf, WRITTEN } from './request-session.ts';
import { ageToKeep } from './time-left.ts';
import { toStored, toText } from './to-stored.ts';

/** So many writers at once of one session are a fault, or an attack. */
const MAX_TRIES = 20;

/** Stores the session of a request, together with what others have changed in it meanwhile. */
export async function saveSession(request: Request): Promise<void> {
  const known = sessionOf(request);
  const { store, events, options } = known;
  const { session, sessionID: id } = request;
  const text = toText(session);
  let stored = toStored(text);
  let before = toStored(known.before);
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const { version } = known;
    const age = ageToKeep(session, options);
    const result = await store.write(id, stored, { age, version });
    if (result === 'written') {
      known.before = text;
      // Whoever writes once more in this request reads what is there by then.
      known.version = WRITTEN;
      if (version === null) events.emit('session:initiated', { id });
      events.emit('session:committed', { id });
      return;
    }
    const latest = result === 'ended' ? null : await store.read(id);
    if (latest === null) {
      known.isOver = true;
      return;
    }
    stored = mergeChanges(before, stored, latest.session);
    before = latest.session;
    known.version = latest.version;
  }
  throw new SessionError(
    'store-failed',
    'the session is written by too many requests at once; send fewer of them, or change less.',
  );
}
