import type { Session } from 'express-session';

import type { StoredSession } from '../stores/session-store.ts';

/** The JSON of a session, without what each answer says anew: the cookie. */
export function toText(session: Session): string {
  // Not by a replacer, which is called for each value: this is done twice a request.
  return JSON.stringify(Object.assign({}, session, { cookie: undefined }));
}

/** Makes what a store keeps. */
export function toStored(text: string): StoredSession {
  return JSON.parse(text) as StoredSession;
}
