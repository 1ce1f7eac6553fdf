import { randomBytes } from 'node:crypto';

import type { Request } from 'express';

import { sessionOf } from './request-session.ts';

/** What `express-session` gives its store, without saying so in its types. */
export interface Generates {
  generate: (request: Request) => void;
}

/**
 * Ends the session of a request and begins an empty one under another id, which is stored later. Where the one
 * before had ended already, this request is late, and the new one is not stored either.
 */
export async function beginAnew(request: Request): Promise<void> {
  const known = sessionOf(request);
  const id = createSessionId();
  // Whose the next one will be is not known: it is none of somebody who was signed in.
  const successor = request.session.userId === undefined ? id : undefined;
  // One that was never stored can not be found by anybody.
  const hasEnded =
    known.version !== null && !(await known.store.destroy(request.sessionID, successor)).wasAlive;
  generateSession(request, id);
  if (hasEnded) known.isOver = true;
}

/** Gives a request an empty session with this id. */
export function generateSession(request: Request, id: string): void {
  sessionOf(request).nextId = id;
  (request.sessionStore as unknown as Generates).generate(request);
}

/** As random as those of `express-session`. */
export function createSessionId(): string {
  return randomBytes(24).toString('base64url');
}
