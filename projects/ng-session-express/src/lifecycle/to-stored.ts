import type { Session } from 'express-session';

import type { StoredSession } from '../stores/session-store.ts';

/** The JSON of a session, without what each answer says anew: the cookie. */
export function toText(session: Session): string {
  return JSON.stringify(session, function (this: unknown, key, value: unknown) {
    return key === 'cookie' && this === session ? undefined : value;
  });
}

/** Makes what a store keeps. */
export function toStored(text: string): StoredSession {
  return JSON.parse(text) as StoredSession;
}
