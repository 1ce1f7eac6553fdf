import { Router } from 'express';

import { signedInUser } from '../access/signed-in-user.ts';
import { sendXsrfToken } from '../security/send-xsrf-token.ts';
import { parseSessionData } from '../sessions/parse-session-data.ts';
import type { SqliteSessionStore } from '../sessions/sqlite-session-store.ts';
import type { UserRepository } from '../users/user-repository.ts';

/** Who is signed in, and what the app keeps in the session. */
export function sessionRoutes(users: UserRepository, store: SqliteSessionStore): Router {
  const routes = Router();

  routes.get('/session', (request, response) => {
    const user = signedInUser(request, users);
    sendXsrfToken(request, response);
    const flash = store.takeFlash(request.sessionID);
    response.json(flash === null ? user : { ...user, flash });
  });

  // The user is read from the database at every request, so there is nothing more to refetch.
  routes.put('/session', (request, response) => {
    signedInUser(request, users);
    response.status(204).end();
  });

  routes.get('/session/data', (request, response) => {
    response.json(request.session.data ?? {});
  });

  routes.put('/session/data', (request, response) => {
    request.session.data = parseSessionData(request.body);
    response.status(204).end();
  });

  return routes;
}
