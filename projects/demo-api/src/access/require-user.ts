import type { RequestHandler } from 'express';
import { hasRole } from 'ng-session-express';

import type { Role } from '../users/role.ts';
import { signedIn } from './signed-in.ts';

/**
 * Lets only people through who are signed in, by a token or by a session, and who have one of the roles
 * where some are named. It stands in for `requireSession` and `requireRole`, which know of sessions alone.
 */
export function requireUser(...roles: readonly Role[]): RequestHandler {
  return (request, response, next) => {
    const user = signedIn(request);
    if (user === null) {
      response.set('WWW-Authenticate', 'Bearer');
      response.status(401).json({ error: 'Nobody is signed in.' });
    } else if (roles.length === 0 || hasRole(user.roles, roles)) {
      next();
    } else {
      response.status(403).json({ error: 'Your roles do not allow this.' });
    }
  };
}
