import type { Request } from 'express';

import { beginAnew } from './begin-anew.ts';
import { mergeChanges } from './merge-changes.ts';
import { nextMoment } from './next-moment.ts';
import { sessionOf } from './request-session.ts';
import { saveSuccessor } from './save-successor.ts';
import { toStored, toText } from './to-stored.ts';

/**
 * Goes on with a session under a new id; the old one is dead. For a change of what somebody may do. A session
 * that has ended while the request was under way stays so.
 */
export async function regenerateSession(request: Request): Promise<void> {
  const since = nextMoment();
  const known = sessionOf(request);
  const { events, store, user, version } = known;
  const from = request.sessionID;
  const mine = toStored(toText(request.session));
  const latest = version === null ? null : await store.read(from);
  const kept = latest ? mergeChanges(toStored(known.before), mine, latest.session) : mine;
  await beginAnew(request);
  Object.assign(request.session, kept);
  known.user = user;
  const isThere = await saveSuccessor(request, since);
  if (version !== null && isThere) {
    events.emit('session:migrated', { from, to: request.sessionID });
  }
}
