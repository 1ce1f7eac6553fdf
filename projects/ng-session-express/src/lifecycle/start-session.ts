import type { Request } from 'express';

import { HttpError } from '../http/http-error.ts';
import type { JsonObject } from '../json.ts';
import { createXsrfToken } from '../security/create-xsrf-token.ts';
import { SessionError } from '../session-error.ts';
import type { SessionUser, UserId } from '../session-user.ts';
import { userKey } from '../stores/user-key.ts';
import { nextMoment } from './next-moment.ts';
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
 * @throws SessionError `store-unavailable` where sessions are off, by `enabled: false`.
 */
export async function startSession(
  request: Request,
  user: SessionUser,
  { since = nextMoment() }: StartSessionOptions = {},
): Promise<void> {
  const known = sessionOf(request);
  const { options, events, store, version, isOver: isLate } = known;
  if (!options.isEnabled) throw switchedOff();
  const userId = options.identity(user);
  // Read again: while the password was verified, other requests may have changed or ended it.
  const from = request.sessionID;
  const before = version === null ? null : await store.read(from);
  const hasEnded = isLate || (version !== null && before === null);
  const data = before === null ? request.session.data : carriedData(before.session, userId);
  const { userId: owner, flash } = request.session;
  const isSuccessor = isOwn(owner, userId);
  const now = Date.now();
  const session = {
    startedAt: now,
    userId,
    xsrfToken: createXsrfToken(),
    signedInAt: now,
    seenAt: now,
    device: (request.get('user-agent') ?? '').slice(0, LONGEST_DEVICE),
    data: hasEnded ? {} : (data as JsonObject),
    // Nobody but who signs in has seen what waits for nobody yet.
    ...(flash && !hasEnded && isSuccessor && { flash }),
  };
  const next = { session, from: before && from, isSuccessor, since };
  const replaced = await replaceSession(request, next);
  if (replaced !== 'stored') throw endedMeanwhile();
  known.user = user;
  if (version !== null) events.emit('session:migrated', { from, to: request.sessionID });
}

/** What goes along: a cart that was filled anonymously, or the user's own, never what is somebody else's. */
export function carriedData(
  { userId, data }: { readonly userId?: unknown; readonly data?: unknown },
  next: UserId,
): Record<string, unknown> {
  return isOwn(userId, next) ? ((data as Record<string, unknown> | undefined) ?? {}) : {};
}

/** Whether what is there belongs to nobody yet, or to whoever signs in. */
function isOwn(owner: unknown, next: UserId): boolean {
  if (typeof owner !== 'string' && typeof owner !== 'number') return owner === undefined;
  return userKey(owner) === userKey(next);
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
