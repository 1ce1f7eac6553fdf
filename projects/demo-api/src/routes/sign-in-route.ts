import { Router } from 'express';

import { HttpError } from '../http/http-error.ts';
import { sendXsrfToken } from '../security/send-xsrf-token.ts';
import type { SignInLimiters } from '../security/sign-in-limiters.ts';
import type { SqliteSessionStore } from '../sessions/sqlite-session-store.ts';
import { startSession } from '../sessions/start-session.ts';
import { checkCredentials } from '../users/check-credentials.ts';
import type { CredentialsCheck } from '../users/check-credentials.ts';
import { parseSignIn } from '../users/parse-sign-in.ts';

export function signInRoute(
  credentials: CredentialsCheck,
  store: SqliteSessionStore,
  limiters: SignInLimiters,
): Router {
  const routes = Router();

  routes.post(
    '/users/sign-in',
    limiters.byAddress,
    limiters.byAccount,
    async (request, response) => {
      const user = await checkCredentials(credentials, parseSignIn(request.body));
      if (user === null) throw new HttpError(401, 'The email or the password is wrong.');
      await startSession(request, store, user.id);
      // The sign-in itself has no body; the app shows this with the page that it opens next.
      const message = `Welcome back, ${user.name}.`;
      store.flash(request.sessionID, { notification: { type: 'info', message } });
      sendXsrfToken(request, response);
      response.status(204).end();
    },
  );

  return routes;
}
