import { json, Router } from 'express';
import type { Request, RequestHandler } from 'express';

import { HttpError } from '../http/http-error.ts';
import { nextMoment } from '../lifecycle/next-moment.ts';
import { startSession } from '../lifecycle/start-session.ts';
import { sendXsrfToken } from '../security/send-xsrf-token.ts';
import type { SignInLimiters } from '../security/sign-in-limiters.ts';
import type { ResolvedOptions } from '../options/resolve-options.ts';

const BODY_LIMIT = '16kb';

/** `POST /users/sign-in`: 204 and a new session, 401 for nobody, 422 for no credentials, 429 for too many tries. */
export function signInRoute(
  options: ResolvedOptions,
  { limit, markVerified }: Pick<SignInLimiters, 'limit' | 'markVerified'>,
): RequestHandler {
  const credentials = new WeakMap<Request, unknown>();
  const accountOf = (request: Request): string => {
    const given = options.parseSignIn(request.body);
    credentials.set(request, given);
    return options.account(given);
  };
  const routes = Router();
  routes.post(
    '/users/sign-in',
    json({ limit: BODY_LIMIT }),
    limit(accountOf),
    async (request, response) => {
      const since = nextMoment();
      const user = await options.signIn(credentials.get(request));
      if (user === null) throw new HttpError(401, 'The email or the password is wrong.');
      markVerified(request);
      await startSession(request, user, { since });
      // The sign-in itself has no body; the app shows this with the page that it opens next.
      const messages = options.flashOnSignIn(user);
      if (Object.keys(messages).length > 0) request.flash(messages);
      sendXsrfToken(request, response);
      response.status(204).end();
    },
  );
  return routes;
}
