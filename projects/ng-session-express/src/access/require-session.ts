import type { RequestHandler } from 'express';

import { sessionOf } from '../lifecycle/request-session.ts';

/** Lets only people through who are signed in; all others get 401. */
export function requireSession(): RequestHandler {
  return (request, response, next) => {
    if (sessionOf(request).user !== null) return next();
    response.status(401).json({ error: 'Nobody is signed in.' });
  };
}
