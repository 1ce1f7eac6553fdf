import type { Request } from 'express';

import type { ResolvedOptions } from '../options/resolve-options.ts';
import { endSession } from './end-session.ts';
import { isReadOnly } from './is-read-only.ts';
import { sessionOf, WRITTEN } from './request-session.ts';
import { saveSession } from './save-session.ts';
import { ageToKeep, timeLeft } from './time-left.ts';
import { toStored, toText } from './to-stored.ts';

const MINUTE = 60_000;

/**
 * Stores what a request has changed in its session, or keeps the session alive where nothing has. A
 * session that has ended meanwhile is not written back, and the answer brings no cookie of it.
 */
export async function commitSession(request: Request): Promise<void> {
  const known = sessionOf(request);
  const { options, store, response, version } = known;
  const session = request.session as Request['session'] | null | undefined;
  // Given up, or destroyed by this request.
  if (known.isCommitted || session === undefined) return;
  // As one ends a session with express-session.
  if (session === null) return endSession(request, response);
  const isChanged = toText(session) !== known.before;
  const isDue = isRenewalDue(session, options);
  if (known.isOver || !options.isEnabled) {
    known.renewsCookie = false;
  } else if (isChanged) {
    if (isDue) session.seenAt = Date.now();
    await saveSession(request);
  } else if (isReadOnly(request)) {
    known.renewsCookie = false;
  } else if (version !== null && response.headersSent) {
    // Sent piece by piece: what the cookie holds can not be written any more.
    known.isOver = !(await store.touch(request.sessionID, timeLeft(session, options)));
  } else if (version !== null && isDue) {
    await renewSession(request);
  } else {
    known.renewsCookie = false;
  }
  known.isCommitted = true;
}

/**
 * Whether the age of a session is to begin anew. Not with each request: to be right to the hundredth of its
 * age, and to the minute, asks for a hundredth of the writes, and for no cookie in between.
 */
function isRenewalDue(
  { seenAt, startedAt = 0 }: Request['session'],
  { age }: Pick<ResolvedOptions, 'age'>,
): boolean {
  return Date.now() - (seenAt ?? startedAt) >= Math.min(MINUTE, age / 100);
}

/** Has the age of a session begin anew, and takes note that somebody is here. */
async function renewSession(request: Request): Promise<void> {
  const known = sessionOf(request);
  const { options, store, version } = known;
  const { session, sessionID: id } = request;
  const seenAt = Date.now();
  session.seenAt = seenAt;
  const text = toText(session);
  // What this request has written has a version that only the store knows.
  const latest = version === WRITTEN ? await store.read(id) : { session: toStored(text), version };
  const age = ageToKeep(session, options);
  const result =
    latest &&
    (await store.write(id, { ...latest.session, seenAt }, { age, version: latest.version }));
  // Whoever has written in between has renewed it as well; for one that has ended there is no cookie.
  known.renewsCookie = result === 'written';
  known.before = text;
  known.version = WRITTEN;
}
