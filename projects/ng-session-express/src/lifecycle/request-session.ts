import type { Request, Response } from 'express';

import type { ResolvedOptions } from '../options/resolve-options.ts';
import type { SessionUser } from '../session-user.ts';
import type { SessionStore } from '../stores/session-store.ts';
import type { SessionEventEmitter } from './session-events.ts';

/** What one request knows of its session, besides what the session itself holds. */
export interface RequestSession {
  readonly options: ResolvedOptions;
  readonly events: SessionEventEmitter;
  readonly store: SessionStore;
  readonly response: Response;
  /** Ends the answer at once: without `express-session`, which would save once more, and write twice. */
  readonly end: (...args: unknown[]) => Response;
  /** What was read, as text; of a new session, what it begins with. */
  before: string;
  /** `null` for a session that was never stored. */
  version: string | null;
  user: SessionUser | null;
  /** Whether the handler has ended its answer, which is held until the session is stored. */
  isEnding: boolean;
  /** Whether the session is stored, or kept alive, so that the answer may go. */
  isCommitted: boolean;
  /** Whether the id is new, so that the answer has to bring the cookie. */
  isNew: boolean;
  /** Whether the answer renews the cookie: one of a moment ago is good enough. */
  renewsCookie: boolean;
  /** Whether it has ended while this request was under way: nothing is stored, and no cookie is sent. */
  isOver: boolean;
  /** Whether the store has failed it: nothing that was said of it holds. */
  isAbandoned: boolean;
  /** The id that the browser has sent of a session that was destroyed a moment ago; `null` for none. */
  endedId: string | null;
  /** The id of the next session that begins in this request; `null` for any. */
  nextId: string | null;
}

/** No version of any store: what was written here has one that only the store knows. */
export const WRITTEN = '';

/** Any symbol would do: the key is seen by nobody else. */
const KEY = Symbol('ng-session');

type WithSession = Request & { [KEY]?: RequestSession };

/** Returns the same as `sessionOf`; `undefined` for a request that `ngSession()` has not seen. */
export function findSession(request: Request): RequestSession | undefined {
  return (request as WithSession)[KEY];
}

/** Returns what is known of the session of a request. */
export function sessionOf(request: Request): RequestSession {
  const found = findSession(request);
  if (found === undefined)
    throw new TypeError('ngSession() has to come before what uses a session.');
  return found;
}

/** Stores nothing more of a session in this request, and sends no cookie of it. */
export function abandonSession(request: Request): void {
  const found = findSession(request);
  if (found === undefined) return;
  found.isCommitted = true;
  found.isOver = true;
  found.isAbandoned = true;
}

export function beginRequest(
  request: Request,
  parts: Pick<RequestSession, 'options' | 'events' | 'store' | 'response' | 'end'>,
): void {
  (request as WithSession)[KEY] = {
    ...parts,
    before: '',
    version: null,
    user: null,
    isEnding: false,
    isCommitted: false,
    isNew: false,
    renewsCookie: true,
    isOver: false,
    isAbandoned: false,
    endedId: null,
    nextId: null,
  };
}
