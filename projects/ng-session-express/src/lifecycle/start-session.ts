import type { Request } from 'express';

import { createXsrfToken } from '../security/create-xsrf-token.ts';
import type { SessionUser, UserId } from '../session-user.ts';
import { beginAnew } from './begin-anew.ts';
import { sessionOf } from './request-session.ts';
import { saveSession } from './save-session.ts';

const LONGEST_DEVICE = 256;

/**
 * Signs a user in, under a new session id: one that somebody has planted or seen is worth nothing. What the
 * app keeps goes along, unless it belongs to somebody else. For sign-ins of another kind than with the route,
 * such as after a provider's redirect.
 *
 * Resolves when the session is stored, so that the browser's next request finds it.
 */
export async function startSession(request: Request, user: SessionUser): Promise<void> {
  const known = sessionOf(request);
  const { options, events, store, version } = known;
  const userId = options.identity(user);
  const from = request.sessionID;
  // Read again: while the password was verified, other requests may have changed or ended it.
  const before = version === null ? null : await store.read(from);
  const data = before === null ? request.session.data : carriedData(before.session, userId);
  const hasEnded = version !== null && before === null;
  const { userId: owner, flash } = request.session;
  await beginAnew(request);
  const { session } = request;
  const now = Date.now();
  known.user = user;
  session.userId = userId;
  session.xsrfToken = createXsrfToken();
  session.signedInAt = now;
  session.seenAt = now;
  session.device = (request.get('user-agent') ?? '').slice(0, LONGEST_DEVICE);
  if (!hasEnded) session.data = data;
  // Nobody but who signs in has seen what waits for nobody yet.
  if (flash && !hasEnded && isOwn(owner, userId)) session.flash = flash;
  await saveSession(request);
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
  return owner === undefined || owner === next;
}
