import { createHash } from 'node:crypto';

import type { ResolvedOptions } from '../options/resolve-options.ts';
import { destroySession } from '../lifecycle/destroy-session.ts';
import { nextMoment } from '../lifecycle/next-moment.ts';
import { timeLeft } from '../lifecycle/time-left.ts';
import { SessionError } from '../session-error.ts';
import type { UserId } from '../session-user.ts';
import type { ListedSession, SessionStore } from '../stores/session-store.ts';

/** A session of somebody, as its owner may see it. */
export interface ActiveSession {
  /** Names the session for `revoke`. It is no session id: with it, nobody gets in. */
  readonly id: string;
  /** What the browser calls itself. */
  readonly device: string;
  /** When the person signed in, and was last seen, to the minute: ISO 8601. */
  readonly signedInAt: string;
  readonly lastSeenAt: string;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

/** The sessions of users, over a store that can list them: memory, SQLite, Redis. */
export class SessionCollection {
  readonly #options: Pick<ResolvedOptions, 'store' | 'age' | 'absoluteAge'>;

  constructor(options: Pick<ResolvedOptions, 'store' | 'age' | 'absoluteAge'>) {
    this.#options = options;
  }

  /**
   * Lists the sessions of a user, the one that was last seen first.
   *
   * @param currentId the session id of whoever asks
   * @throws SessionError `not-supported` where the store can not list them
   */
  async list(userId: UserId, currentId?: string): Promise<readonly ActiveSession[]> {
    const found = await this.#find(userId);
    return found
      .map(({ id, session }) => ({
        id: toHandle(id),
        device: textOf(session['device']),
        signedInAt: toIso(session['signedInAt']),
        lastSeenAt: toIso(session['seenAt']),
        current: id === currentId,
      }))
      .sort((one, other) => other.lastSeenAt.localeCompare(one.lastSeenAt));
  }

  /** Ends one session of a user; returns whether there was one. */
  async revoke(userId: UserId, handle: string): Promise<boolean> {
    const found = await this.#find(userId);
    const one = found.find(({ id }) => toHandle(id) === handle);
    if (one === undefined) return false;
    await this.#destroy([one]);
    return true;
  }

  /**
   * Ends all sessions of a user, such as after a new password; but the one with this session id, if given. A
   * sign-in that is under way is refused: its password was checked before. So it belongs before `startSession`,
   * where each person is to have one session only. The one that begins last stays; after it, of two at once each
   * would end the other:
   *
   * ```ts
   * await session.sessions.revokeAll(user.id, request.sessionID);
   * await startSession(request, user);
   * ```
   *
   * Two that begin at the very same moment may both stay, until the next one.
   */
  async revokeAll(userId: UserId, exceptId?: string): Promise<void> {
    // First: what begins before it is in the list, and what begins after it finds it.
    await this.#listing().revoke?.(userId, nextMoment());
    const found = await this.#find(userId);
    await this.#destroy(found.filter(({ id }) => id !== exceptId));
  }

  async #find(userId: UserId): Promise<readonly ListedSession[]> {
    const found = await this.#listing().list(userId);
    return found.filter(({ session }) => timeLeft(session, this.#options) > 0);
  }

  async #destroy(found: readonly ListedSession[]): Promise<void> {
    const store = this.#listing();
    await Promise.all(found.map(({ id }) => destroySession(store, id)));
  }

  #listing(): Listing {
    const { store } = this.#options;
    if ('sealed' in store || !canList(store)) {
      throw new SessionError(
        'not-supported',
        'this store can not list the sessions of a user; use stores.sqlite() or stores.redis().',
      );
    }
    return store;
  }
}

type Listing = SessionStore & Required<Pick<SessionStore, 'list'>>;

function canList(store: SessionStore): store is Listing {
  return store.list !== undefined;
}

function toHandle(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 22);
}

function toIso(value: unknown): string {
  return new Date(typeof value === 'number' ? value : 0).toISOString();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
