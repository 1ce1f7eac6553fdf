import type { Request } from 'express';

import { pathOf } from '../http/path-of.ts';
import type { RequestLine } from '../options/ng-session-options.ts';
import { SessionError } from '../session-error.ts';
import { sessionOf } from './request-session.ts';
import { saveSession } from './save-session.ts';
import { timeLeft } from './time-left.ts';
import { toText } from './to-stored.ts';

const MINUTE = 60_000;

/**
 * Stores what a request has changed in its session, or keeps the session alive where nothing has. A
 * session that has ended meanwhile is not written back, and the answer brings no cookie of it.
 */
export async function commitSession(request: Request): Promise<void> {
  const known = sessionOf(request);
  const { options, store, response, version } = known;
  const session = request.session as Request['session'] | undefined;
  // Destroyed by this request.
  if (session === undefined) return;
  const isChanged = toText(session) !== known.before;
  if (!options.isEnabled) {
    known.isOver = true;
  } else if (options.readOnly(requestLine(request))) {
    if (isChanged) throw new SessionError('not-supported', READ_ONLY);
    known.isOver = true;
  } else if (isChanged || (version !== null && !response.headersSent && noteSeen(session))) {
    await saveSession(request);
  } else if (version !== null) {
    const isAlive = await store.touch(request.sessionID, timeLeft(session, options));
    known.isOver = !isAlive;
  }
  known.isCommitted = true;
  // Without a session, no cookie is sent.
  if (known.isOver) Reflect.deleteProperty(request, 'session');
}

const READ_ONLY =
  'a request that readOnly() names has changed its session; nothing was stored. Change it elsewhere.';

function requestLine(request: Request): RequestLine {
  const { method, headers } = request;
  return { method, path: pathOf(request), headers };
}

/** Takes note that somebody is here, once a minute: more often would write where a touch is enough. */
function noteSeen(session: Request['session']): boolean {
  const now = Date.now();
  if (session.userId === undefined || now - (session.seenAt ?? 0) < MINUTE) return false;
  session.seenAt = now;
  return true;
}
