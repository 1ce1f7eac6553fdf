import { promisify } from 'node:util';

import type { Request } from 'express';

import { save } from './commit-session.ts';
import { sessionOf } from './request-session.ts';
import { toStored, toText } from './to-stored.ts';

/** Goes on with a session under a new id; the old one is dead. For a change of what somebody may do. */
export async function regenerateSession(request: Request): Promise<void> {
  const known = sessionOf(request);
  const { events, user, version } = known;
  const from = request.sessionID;
  const kept = toStored(toText(request.session));
  await promisify(request.session.regenerate.bind(request.session) as Regenerate)();
  Object.assign(request.session, kept);
  known.user = user;
  await save(request);
  if (version !== null) events.emit('session:migrated', { from, to: request.sessionID });
}

/** `express-session` calls back with an error, or with nothing. */
export type Regenerate = (done: (error?: unknown) => void) => void;
