import type { RequestHandler } from 'express';
import session from 'express-session';

import type { Config } from '../config/config.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { SqliteSessionStore } from './sqlite-session-store.ts';

/** Loads the session of a request; one that stays empty is neither stored nor given a cookie. */
export function sessionMiddleware(
  { sessionSecrets, sessionAge }: Pick<Config, 'sessionSecrets' | 'sessionAge'>,
  store: SqliteSessionStore,
  cookie: SessionCookie,
): RequestHandler {
  return session({
    store,
    name: cookie.name,
    secret: [...sessionSecrets],
    cookie: { ...cookie.options, maxAge: sessionAge },
    rolling: true,
    resave: false,
    saveUninitialized: false,
  });
}
