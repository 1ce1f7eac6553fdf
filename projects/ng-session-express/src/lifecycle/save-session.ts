import type { Request } from 'express';

import { mergeChanges } from './merge-changes.ts';
import { refuseReadOnly } from './refuse-read-only.ts';
import { sessionOf } from './request-session.ts';
import { toStored, toText } from './to-stored.ts';
import { writeStored } from './write-stored.ts';

/**
 * Stores the session of a request, together with what others have changed in it meanwhile.
 *
 * @throws SessionError `not-supported` in a request that `readOnly()` names.
 */
export async function saveSession(request: Request): Promise<void> {
  const known = sessionOf(request);
  if (known.isOver) return;
  refuseReadOnly(request);
  const { events, version } = known;
  const { session, sessionID: id } = request;
  const text = toText(session);
  const mine = toStored(text);
  const isWritten = await writeStored(
    request,
    (stored) => mergeChanges(toStored(known.before), mine, stored),
    { session: mine, version },
  );
  if (!isWritten) {
    known.isOver = true;
    return;
  }
  known.before = text;
  if (version === null) events.emit('session:initiated', { id });
  events.emit('session:committed', { id });
}
