import type { RequestHandler } from 'express';

import { sessionOf } from '../lifecycle/request-session.ts';
import type { Duration } from '../options/ng-session-options.ts';
import { parseDuration } from '../options/parse-duration.ts';

/**
 * Lets only people through who have signed in this recently, before something that can not be undone.
 * Others get 403 with the code `not-fresh`: the app asks for the password once more, by a sign-in. It is
 * no 401, since nobody is to be signed out by it.
 */
export function requireFresh(age: Duration): RequestHandler {
  const milliseconds = parseDuration('requireFresh', age);
  return (request, response, next) => {
    const { user } = sessionOf(request);
    if (user === null) {
      response.status(401).json({ error: 'Nobody is signed in.' });
      return;
    }
    const signedInAt = request.session.signedInAt ?? 0;
    if (Date.now() - signedInAt <= milliseconds) return next();
    response.status(403).json({ error: 'Sign in once more to do this.', code: 'not-fresh' });
  };
}
