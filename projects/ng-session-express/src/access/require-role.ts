import type { RequestHandler } from 'express';

import { sessionOf } from '../lifecycle/request-session.ts';
import { hasRole } from './has-role.ts';

/**
 * Lets only people through who have the role, or one of several, or with `all` each of them. Others get
 * 403, and those who are not signed in 401. The same rule as that of `hasRole` in the app.
 *
 * ```ts
 * app.get('/api/orders', requireRole('clerk'), (request, response) => response.json(orders));
 * ```
 */
export function requireRole(
  roles: string | readonly string[],
  options: { readonly all?: boolean } = {},
): RequestHandler {
  return (request, response, next) => {
    const { user, options: session } = sessionOf(request);
    if (user === null) {
      response.status(401).json({ error: 'Nobody is signed in.' });
    } else if (hasRole(session.roles(user), roles, options)) {
      next();
    } else {
      response.status(403).json({ error: 'Your roles do not allow this.' });
    }
  };
}
