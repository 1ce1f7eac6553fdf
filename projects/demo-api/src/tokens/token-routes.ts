import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { HttpError, parseEmailAndPassword } from 'ng-session-express';
import type { NgSession } from 'ng-session-express';

import { requireUser } from '../access/require-user.ts';
import { signedIn } from '../access/signed-in.ts';
import { checkCredentials } from '../users/check-credentials.ts';
import type { CredentialsCheck } from '../users/check-credentials.ts';
import { normalizeEmail } from '../users/normalize-email.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { RefreshCookie } from './refresh-cookie.ts';
import type { RefreshTokens } from './refresh-tokens.ts';

export interface TokenRoutesOptions {
  readonly accessTokens: AccessTokens;
  readonly refreshTokens: RefreshTokens;
  readonly refreshCookie: RefreshCookie;
  readonly identify: RequestHandler;
  readonly credentials: CredentialsCheck;
  readonly limitSignIns: NgSession['limitSignIns'];
}

/** A sign-in by tokens, its refresh and its end, and who a token belongs to. */
export function tokenRoutes({
  accessTokens,
  refreshTokens,
  refreshCookie,
  identify,
  credentials,
  limitSignIns,
}: TokenRoutesOptions): Router {
  const routes = Router();

  // They count together with the sign-ins by a session: nobody gets twice as many guesses by asking at both.
  routes.post('/sign-in', limitSignIns(accountOf), async (request, response) => {
    const user = await checkCredentials(credentials, parseEmailAndPassword(request.body));
    if (user === null) throw new HttpError(401, 'The email or the password is wrong.');
    const token = await accessTokens.sign(user);
    refreshCookie.set(response, refreshTokens.begin(user.id));
    response.json({ token });
  });

  routes.post('/refresh', async (request, response) => {
    const next = refreshTokens.rotate(refreshCookie.read(request));
    const user = next && credentials.users.find(next.userId);
    if (next === null || user === null) throw new HttpError(401, 'Sign in once more.');
    const token = await accessTokens.sign(user);
    refreshCookie.set(response, next);
    response.json({ token });
  });

  // By the cookie alone: a token may have ended long before the person leaves.
  routes.post('/sign-out', (request, response) => {
    refreshTokens.revoke(refreshCookie.read(request));
    refreshCookie.clear(response);
    response.status(204).end();
  });

  routes.use('/session', identify, requireUser());
  routes.get('/session', (request, response) => {
    response.json(signedIn(request));
  });
  // The user is looked up at each request, so there is nothing more to refetch.
  routes.put('/session', (_request, response) => {
    response.status(204).end();
  });

  return routes;
}

function accountOf({ body }: Request): string {
  return normalizeEmail(parseEmailAndPassword(body).email);
}
