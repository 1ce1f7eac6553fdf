import type { Request } from 'express';

import type { StoredSession } from '../stores/session-store.ts';
import { createSessionId, generateSession } from './begin-anew.ts';
import { type RequestSession, sessionOf, WRITTEN } from './request-session.ts';
import { ageToKeep } from './time-left.ts';
import { toText } from './to-stored.ts';

/** A session that takes the place of another one. */
export interface Replacement {
  readonly session: StoredSession;
  /** The id of the session that ends with it; `null` for none. */
  readonly from: string | null;
  /** Whether that one was of the same person, or of nobody: to sign out there is to sign out here. */
  readonly isSuccessor: boolean;
  /** When it was asked for: it is refused where the sessions of its user were revoked after that. */
  readonly since: number;
}

/**
 * How a replacement went: `ended` where the one before was signed out meanwhile, or the new one was revoked;
 * `moved` where the one before has gone on under yet another id.
 */
export type Replaced = 'stored' | 'ended' | 'moved';

/**
 * Has a request go on with another session, under a new id. The new one is stored first, and the one before ends
 * then: what can not be stored costs nobody a session. Until both are done, the request has the one before, and
 * so it stays unless this is `stored`.
 *
 * Whoever ends one of the two meanwhile has ended both: `destroy` says whether the one before was there until
 * then. Of a revocation and this, one always sees the other, as the new one is in the list before its time is
 * asked for.
 */
export async function replaceSession(
  request: Request,
  replacement: Replacement,
): Promise<Replaced> {
  const known = sessionOf(request);
  const { store, options, events } = known;
  const { session } = replacement;
  const id = createSessionId();
  await store.write(id, session, { age: ageToKeep(session, options), version: null });
  const replaced = await endBefore(known, { ...replacement, id }).catch(async (error: unknown) => {
    // Nobody has its id. What has failed is told, and not whether this could be undone.
    await Promise.allSettled([store.destroy(id)]);
    throw error;
  });
  if (replaced !== 'stored') {
    await store.destroy(id);
    return replaced;
  }
  generateSession(request, id);
  Object.assign(request.session, session);
  known.before = toText(request.session);
  known.version = WRITTEN;
  known.isOver = false;
  events.emit('session:initiated', { id });
  events.emit('session:committed', { id });
  return replaced;
}

async function endBefore(
  { store }: RequestSession,
  { id, session, from, isSuccessor, since }: Replacement & { readonly id: string },
): Promise<Replaced> {
  const userId = session['userId'] as string | number | undefined;
  const revokedAt = userId === undefined ? null : ((await store.revokedAt?.(userId)) ?? null);
  if (revokedAt !== null && revokedAt > since) return 'ended';
  if (from === null) return 'stored';
  const { wasAlive, successor } = await store.destroy(from, isSuccessor ? id : undefined);
  if (wasAlive || !isSuccessor) return 'stored';
  return successor === null ? 'ended' : 'moved';
}
