import type { Request } from 'express';

import { mergeChanges } from './merge-changes.ts';
import { nextMoment } from './next-moment.ts';
import { refuseReadOnly } from './refuse-read-only.ts';
import { replaceSession } from './replace-session.ts';
import { sessionOf } from './request-session.ts';
import { toStored, toText } from './to-stored.ts';

/**
 * Goes on with a session under a new id; the old one is dead. For a change of what somebody may do. A session
 * that has ended while the request was under way stays so.
 *
 * @throws SessionError `not-supported` in a request that `readOnly()` names.
 */
export async function regenerateSession(request: Request): Promise<void> {
  refuseReadOnly(request);
  const since = nextMoment();
  const known = sessionOf(request);
  if (known.isOver) return;
  const { events, store, user, version } = known;
  const from = version === null ? null : request.sessionID;
  const mine = toStored(toText(request.session));
  const latest = from === null ? null : await store.read(from);
  const session = latest ? mergeChanges(toStored(known.before), mine, latest.session) : mine;
  const hasEnded = from !== null && latest === null;
  const next = { session, from, isSuccessor: true, since };
  if (!hasEnded && (await replaceSession(request, next)) === 'stored') {
    known.user = user;
    if (from !== null) events.emit('session:migrated', { from, to: request.sessionID });
    return;
  }
  // Who asked for a new id must not go on under the old one.
  if (from !== null) await store.destroy(from);
  known.isOver = true;
}
