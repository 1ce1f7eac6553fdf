import type { DatabaseSync } from 'node:sqlite';

import { Router } from 'express';
import type { NgSession } from 'ng-session-express';

import type { Config } from './config/config.ts';
import { AccessTokens } from './tokens/access-tokens.ts';
import { identifyBearer } from './tokens/bearer-users.ts';
import { RefreshCookie, TOKEN_PATH } from './tokens/refresh-cookie.ts';
import { RefreshTokens } from './tokens/refresh-tokens.ts';
import { refuseBearer } from './tokens/refuse-bearer.ts';
import { tokenKeys } from './tokens/token-keys.ts';
import { tokenRoutes } from './tokens/token-routes.ts';
import { withoutSession } from './tokens/without-session.ts';
import type { CredentialsCheck } from './users/check-credentials.ts';

const SESSION_ROUTES = [
  '/api/session',
  '/api/sessions',
  '/api/users/sign-in',
  '/api/users/sign-out',
];

export interface Tokens {
  /** Runs before the sessions: what comes with a token has none. */
  readonly before: Router;
  /** Runs behind their protections: the token routes, and who sends a bearer. */
  readonly after: Router;
}

/** Sign-ins by a JWT, beside the sessions; they share users, roles, limits and protections. */
export function createTokens(
  config: Config,
  database: DatabaseSync,
  credentials: CredentialsCheck,
  { limitSignIns }: Pick<NgSession, 'limitSignIns'>,
  log: (line: string) => void,
): Tokens {
  const keys = tokenKeys(config.sessionSecrets);
  const accessTokens = new AccessTokens(keys, config.tokens.age);
  const refreshCookie = new RefreshCookie(config.production);
  const refreshTokens = new RefreshTokens(database, config.tokens, (userId) =>
    log(`A refresh token of user ${userId} was used twice. Its sign-in was ended.`),
  );
  const identify = identifyBearer(accessTokens, credentials.users);
  const routes = tokenRoutes({
    accessTokens,
    refreshTokens,
    refreshCookie,
    identify,
    credentials,
    limitSignIns,
  });

  const before = Router();
  before.use(SESSION_ROUTES, refuseBearer);
  before.use(TOKEN_PATH, withoutSession(refreshCookie, 'always'));
  before.use(withoutSession(refreshCookie, 'with a bearer'));

  const after = Router();
  after.use(TOKEN_PATH, routes);
  after.use(identify);

  return { before, after };
}
