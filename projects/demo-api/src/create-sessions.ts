import type { DatabaseSync } from 'node:sqlite';

import { ngSession, stores } from 'ng-session-express';
import type { NgSession } from 'ng-session-express';

import type { Config } from './config/config.ts';
import type { User } from './users/user.ts';
import { checkCredentials } from './users/check-credentials.ts';
import type { CredentialsCheck } from './users/check-credentials.ts';

/** The routes of the session, and what protects all others. */
export function createSessions(
  config: Config,
  database: DatabaseSync,
  credentials: CredentialsCheck,
  log: (line: string) => void,
): NgSession {
  return ngSession({
    secret: config.sessionSecrets,
    store: stores.select(config.sessionDriver, {
      sqlite: stores.sqlite({ database }),
      redis: stores.redis({ url: config.redisUrl }),
      cookie: stores.cookie(),
      memory: stores.memory(),
    }),
    age: config.sessionAge,
    cookieName: 'demo.sid',
    origins: config.origins,
    production: config.production,
    signIn: (given) => checkCredentials(credentials, given),
    findUser: (id) => credentials.users.find(Number(id)),
    flashOnSignIn: ({ name }) => ({ notification: welcome(name) }),
    signInLimits: config.signInLimits,
    log,
  });
}

function welcome(name: User['name']): object {
  return { type: 'info', message: `Welcome back, ${name}.` };
}
