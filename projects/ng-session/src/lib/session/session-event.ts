import type { SessionError } from '../config/session-error';
import type { SessionUser } from '../config/session-user';
import type { SessionSnapshot } from './session-snapshot';

/** Who brought the change: this tab, another one, or an answer of the server. */
export type SessionEventSource = 'local' | 'tab' | 'server';

/** Something that changed; told once, after the change can be read. */
export type SessionEvent = { readonly source: SessionEventSource } & (
  | {
      /** Somebody signed in, is known anew (`updated`), or took the place of another. */
      readonly type: 'signedIn' | 'updated' | 'identityChanged';
      readonly user: SessionUser;
    }
  | {
      /** Nobody is signed in any more: by a sign-out, or because the server answered 401. */
      readonly type: 'signedOut' | 'unauthorized';
    }
  | {
      /** The store of the session data did not do what it was asked; told once until it does again. */
      readonly type: 'storeFailed';
      readonly error: SessionError;
    }
  | {
      /**
       * The token of the session was over and has been removed; it was no token, and has been removed;
       * or another one took its place.
       */
      readonly type: 'tokenHasExpired' | 'tokenIsMalformed' | 'tokenRefreshed';
    }
  | {
      readonly type: 'initiated' | 'expiring' | 'expired' | 'committed' | 'migrated';
    }
);

/** The event that tells the way from what was known to this user; `null` where the user stays the same. */
export function eventBetween(
  before: SessionSnapshot,
  user: SessionUser | null,
  source: SessionEventSource,
  end: 'signedOut' | 'unauthorized',
  samePerson: (a: SessionUser, b: SessionUser) => boolean,
): SessionEvent | null {
  if (user === before.user) return null;
  if (!user) return { type: end, source };
  // The first answer after a page load finds somebody signed in; it is no sign-in.
  const arrival = before.status === 'unauthenticated' ? 'signedIn' : 'updated';
  const isOther = before.user && !samePerson(before.user, user);
  return { type: isOther ? 'identityChanged' : arrival, source, user };
}
