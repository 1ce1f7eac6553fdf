import type { Request } from 'express';

import type { JsonObject } from '../json.ts';
import type { UserId } from '../session-user.ts';
import type { StoredSession } from '../stores/session-store.ts';
import { userKey } from '../stores/user-key.ts';
import { findSuccessor } from './find-successor.ts';
import { sessionOf } from './request-session.ts';

/** What somebody who signs in takes along, and from where. */
export interface Carried {
  /** The id that ends with the sign-in; `null` for none, and for one that has ended. */
  readonly from: string | null;
  /** Whether what was there belongs to them, or to nobody. */
  readonly isSuccessor: boolean;
  readonly data: JsonObject;
  readonly flash?: JsonObject;
}

/**
 * Finds what goes along to the session of who signs in. It is read again: while the password was verified, other
 * requests may have changed or ended it. Where another tab has signed in with it first, it is there by now, or under
 * yet another id.
 */
export async function carryAlong(request: Request, userId: UserId): Promise<Carried> {
  const { store, version, endedId } = sessionOf(request);
  const { userId: owner, flash, data } = request.session;
  const isSuccessor = isOwn(owner, userId);
  // Nobody but who signs in has seen what waits for nobody yet.
  const messages = flash && isSuccessor ? { flash } : {};
  const id = version === null ? endedId : request.sessionID;
  // Never stored: what is there was put there by this request.
  if (id === null) return { from: null, isSuccessor, data: data as JsonObject, ...messages };
  const before = await store.read(id);
  if (before !== null) {
    return { from: id, isSuccessor, data: carriedData(before.session, userId), ...messages };
  }
  const next = await findSuccessor(store, id);
  return { from: null, isSuccessor, data: next ? carriedData(next, userId) : {} };
}

/** What goes along: a cart that was filled anonymously, or the user's own, never what is somebody else's. */
export function carriedData({ userId, data }: StoredSession, next: UserId): JsonObject {
  return isOwn(userId, next) ? ((data as JsonObject | undefined) ?? {}) : {};
}

/** Whether what is there belongs to nobody yet, or to whoever signs in. */
function isOwn(owner: unknown, next: UserId): boolean {
  if (typeof owner !== 'string' && typeof owner !== 'number') return owner === undefined;
  return userKey(owner) === userKey(next);
}
