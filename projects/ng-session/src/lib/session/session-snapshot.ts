import type { SessionError } from '../config/session-error';
import type { SessionUser } from '../config/session-user';

/**
 * What is known of the session: `loading` until the first answer, `error` while there was none yet
 * but failures, else who is signed in or that nobody is.
 */
export type SessionStatus = 'loading' | 'authenticated' | 'unauthenticated' | 'error';

/** All that is known at one moment, so that no reader ever sees half of a change. */
export interface SessionSnapshot {
  readonly user: SessionUser | null;
  readonly status: SessionStatus;
  readonly stale: boolean;
  readonly error: SessionError | null;
  readonly updatedAt: Date | null;
}

/** Before the first answer. */
export const UNKNOWN: SessionSnapshot = {
  user: null,
  status: 'loading',
  stale: false,
  error: null,
  updatedAt: null,
};

/** The server said who is signed in, or that nobody is. */
export function answered(user: SessionUser | null, updatedAt: Date | null): SessionSnapshot {
  const status = user ? 'authenticated' : 'unauthenticated';
  return { user, status, stale: false, error: null, updatedAt };
}

/** No answer, or one that is none: what was known stays, marked as stale. */
export function failed(before: SessionSnapshot, error: SessionError): SessionSnapshot {
  const status = before.status === 'loading' ? 'error' : before.status;
  return { ...before, status, stale: true, error };
}

/** Whether it is known if anybody is signed in. */
export function isKnown({ status }: SessionSnapshot): boolean {
  return status === 'authenticated' || status === 'unauthenticated';
}

/**
 * Whether an answer still holds, so that no request is needed. One from the future, which a clock
 * that was set back leaves behind, does not.
 */
export function isFresh(updatedAt: Date | null, cache: number, now: number): boolean {
  return updatedAt !== null && +updatedAt <= now && +updatedAt + cache > now;
}
