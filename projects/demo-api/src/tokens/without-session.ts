import type { RequestHandler } from 'express';

import { bearerOf } from './bearer-of.ts';
import type { RefreshCookie } from './refresh-cookie.ts';

/**
 * Takes the session cookie off a request with a bearer, and off those of the token routes: whoever sends
 * a token is nobody else, however wrong it is.
 *
 * Without a session there is no CSRF token to ask for: no other site can have a browser add a bearer,
 * and the routes that the refresh cookie goes to are open to our own origins only.
 */
export function withoutSession(
  refreshCookie: RefreshCookie,
  when: 'always' | 'with a bearer',
): RequestHandler {
  return (request, _response, next) => {
    if (when === 'always' || bearerOf(request.headers) !== null) {
      const token = refreshCookie.read(request);
      request.headers.cookie = `${refreshCookie.name}=${token}`;
    }
    next();
  };
}
