import { randomBytes } from 'node:crypto';

import express, { Router } from 'express';
import type { Express } from 'express';
import helmet from 'helmet';

import type { Config } from './config/config.ts';
import { openDatabase } from './database/open-database.ts';
import { refuseDemoAccounts } from './database/refuse-demo-accounts.ts';
import { seedDatabase } from './database/seed-database.ts';
import { handleError } from './http/handle-error.ts';
import { HttpError } from './http/http-error.ts';
import { articleRoutes } from './routes/article-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { signInRoute } from './routes/sign-in-route.ts';
import { signOutRoute } from './routes/sign-out-route.ts';
import { userRoutes } from './routes/user-routes.ts';
import { allowOrigins } from './security/allow-origins.ts';
import { refuseForeignRequests } from './security/refuse-foreign-requests.ts';
import { requireXsrfToken } from './security/require-xsrf-token.ts';
import { signInLimiters } from './security/sign-in-limiters.ts';
import { forgetDestroyedSession } from './sessions/forget-destroyed-session.ts';
import { pruneSessions } from './sessions/prune-sessions.ts';
import { sessionCookie } from './sessions/session-cookie.ts';
import { sessionMiddleware } from './sessions/session-middleware.ts';
import { SqliteSessionStore } from './sessions/sqlite-session-store.ts';
import { argon2Passwords } from './users/passwords.ts';
import type { Passwords } from './users/passwords.ts';
import { UserRepository } from './users/user-repository.ts';

export interface AppOptions {
  readonly passwords?: Passwords;
  readonly log?: (line: string) => void;
}

export interface App {
  readonly handler: Express;
  /** Takes more routes under `/api`; they run behind every protection. */
  readonly routes: Router;
  /** Ends timers and closes the database. */
  close(): void;
}

/** The largest body, and with it the most that a session can hold. */
const BODY_LIMIT = '16kb';

/** Builds the API. Nothing is shared between two of them but the file they may both open. */
export async function createApp(
  config: Config,
  { passwords = argon2Passwords, log = console.error }: AppOptions = {},
): Promise<App> {
  const database = openDatabase(config.databaseFile);
  const users = new UserRepository(database);
  try {
    if (config.production) refuseDemoAccounts(users);
    else await seedDatabase(database, users, passwords);
  } catch (error) {
    database.close();
    throw error;
  }

  const decoyHash = await passwords.hash(randomBytes(32).toString('base64'));
  const store = new SqliteSessionStore(database, { age: config.sessionAge });
  const cookie = sessionCookie(config);
  const limiters = signInLimiters(config.signInLimits);
  const stopPruning = pruneSessions(store, log);
  const routes = Router();

  const app = express();
  app.set('trust proxy', config.trustProxy);
  app.disable('x-powered-by');
  app.disable('etag');

  // The order is the protection: who may ask, then who is asking, then what they ask for.
  app.use(helmet());
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use(allowOrigins(config.origins));
  app.get('/api/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.use(refuseForeignRequests(config.origins));
  app.use(express.json({ limit: BODY_LIMIT }));
  app.use(sessionMiddleware(config, store, cookie));
  app.use(forgetDestroyedSession(store));
  app.use('/api', signInRoute({ users, passwords, decoyHash }, store, limiters));
  app.use(requireXsrfToken);
  app.use('/api', sessionRoutes(users, store), signOutRoute(cookie), userRoutes(users));
  app.use('/api', articleRoutes(database, users), routes);
  app.use(() => {
    throw new HttpError(404, 'There is nothing here.');
  });
  app.use(handleError(log));

  return {
    handler: app,
    routes,
    close: () => {
      stopPruning();
      limiters.stop();
      database.close();
    },
  };
}
