import type { Request } from 'express';

import { HttpError } from '../http/http-error.ts';
import { createXsrfToken } from '../security/create-xsrf-token.ts';
import { SessionError } from '../session-error.ts';
import type { SessionUser } from '../session-user.ts';
import { carryAlong } from './carry-along.ts';
import { nextMoment } from './next-moment.ts';
import { refuseReadOnly } from './refuse-read-only.ts';
import { replaceSession } from './replace-session.ts';
import { sessionOf } from './request-session.ts';

const LONGEST_DEVICE = 256;

/** How somebody signs in. */
export interface StartSessionOptions {
  /**
   * When their credentials began to be checked, in milliseconds since 1970: who was revoked after that does
   * not get in. Default: now.
   */
  readonly since?: number;
}

/**
 * Signs a user in, under a new session id: one that somebody has planted or seen is worth nothing. What the
 * app keeps goes along, unless it belongs to somebody else. For sign-ins of another kind than with the route,
 * such as after a provider's redirect.
 *
 * Resolves when the session is stored, so that the browser's next request finds it.
 *
 * @throws HttpError 401 where `revokeAll` has ended all sessions of the user since then, or a sign-out ends the
 *   session while it goes on under its new id. After one that came earlier, the sign-in begins without its data.
 * @throws SessionError `store-unavailable` where sessions are off, by `enabled: false`; `not-supported` in a request
 *   that `readOnly()` names.
 */
export async function startSession(
  request: Request,
  user: SessionUser,
  { since = nextMoment() }: StartSessionOptions = {},
): Promise<void> {
  const known = sessionOf(request);
  const { options, events, version } = known;
  if (!options.isEnabled) throw switchedOff();
  refuseReadOnly(request);
  const userId = options.identity(user);
  const before = request.sessionID;
  const { from, isSuccessor, ...carried } = await carryAlong(request, userId);
  const now = Date.now();
  const session = {
    startedAt: now,
    userId,
    xsrfToken: createXsrfToken(),
    signedInAt: now,
    seenAt: now,
    device: (request.get('user-agent') ?? '').slice(0, LONGEST_DEVICE),
    ...carried,
  };
  const replaced = await replaceSession(request, { session, from, isSuccessor, since });
  // Another tab has signed in at the same moment: what it has taken along is there.
  if (replaced === 'moved') return startSession(request, user, { since });
  if (replaced === 'ended') throw endedMeanwhile();
  known.user = user;
  if (version !== null) events.emit('session:migrated', { from: before, to: request.sessionID });
}

function endedMeanwhile(): HttpError {
  return new HttpError(
    401,
    'The session was ended meanwhile, by revokeAll() or a sign-out. Sign in once more.',
  );
}

function switchedOff(): SessionError {
  return new SessionError(
    'store-unavailable',
    'nobody can sign in while sessions are switched off. Remove enabled: false.',
  );
}
