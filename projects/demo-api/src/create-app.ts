import { randomBytes } from 'node:crypto';

import express, { Router } from 'express';
import type { Express } from 'express';
import { answerErrors, HttpError } from 'ng-session-express';

import { limitNewSessions } from './access/limit-new-sessions.ts';
import type { Config } from './config/config.ts';
import { createSessions } from './create-sessions.ts';
import { createStore } from './create-store.ts';
import { createTokens } from './create-tokens.ts';
import { openDatabase } from './database/open-database.ts';
import { refuseDemoAccounts } from './database/refuse-demo-accounts.ts';
import { secretsOf } from './database/secrets-of.ts';
import { seedDatabase } from './database/seed-database.ts';
import { articleRoutes } from './routes/article-routes.ts';
import { userRoutes } from './routes/user-routes.ts';
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
  close(): Promise<void>;
}

/** Builds the API. Nothing is shared between two of them but the file they may both open. */
export async function createApp(
  config: Config,
  { passwords = argon2Passwords, log = console.error }: AppOptions = {},
): Promise<App> {
  const database = openDatabase(config.databaseFile);
  try {
    const users = new UserRepository(database);
    if (config.production) refuseDemoAccounts(users);
    else await seedDatabase(database, users, passwords);
    // An unknown address costs a verification too.
    const decoyHash = await passwords.hash(randomBytes(32).toString('base64'));
    const credentials = { users, passwords, decoyHash };
    const store = createStore(config, database);
    const complete = { ...config, sessionSecrets: secretsOf(config, database) };
    const sessions = createSessions(complete, store.open, credentials, log);
    const tokens = createTokens(complete, database, credentials, sessions, log);
    const newSessions = limitNewSessions({
      perAddress: config.newSessionsPerAddress,
      counter: store.counter('new sessions'),
      log,
    });
    const routes = Router();

    const app = express();
    app.set('trust proxy', config.trustProxy);
    app.disable('x-powered-by');
    app.disable('etag');
    app.get('/api/health', (_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok', process: process.pid });
    });
    // What the next two refuse is for the app to read as well.
    app.use(sessions.allowOrigins);
    app.use(tokens.before);
    // A session in its cookie takes no room here.
    if (config.sessionDriver !== 'cookie') app.put('/api/session/data', newSessions.handler);
    app.use(sessions);
    app.use(express.json({ limit: '16kb' }));
    app.use(tokens.after);
    app.use('/api', userRoutes(users), articleRoutes(database), routes);
    app.use(() => {
      throw new HttpError(404, 'There is nothing here.');
    });
    app.use(answerErrors(log));

    return {
      handler: app,
      routes,
      close: async () => {
        newSessions.close();
        await sessions.close();
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}
