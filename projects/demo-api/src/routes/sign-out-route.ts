import { Router } from 'express';

import { endSession } from '../sessions/end-session.ts';
import type { SessionCookie } from '../sessions/session-cookie.ts';

export function signOutRoute(cookie: SessionCookie): Router {
  const routes = Router();

  routes.post('/users/sign-out', async (request, response) => {
    await endSession(request, response, cookie);
    response.status(204).end();
  });

  return routes;
}
