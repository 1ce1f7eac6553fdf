import { ngSession } from 'ng-session-express';
import type { NgSession, SessionStoreFactory } from 'ng-session-express';

import type { Config } from './config/config.ts';
import type { User } from './users/user.ts';
import { checkCredentials } from './users/check-credentials.ts';
import type { CredentialsCheck } from './users/check-credentials.ts';
import { normalizeEmail } from './users/normalize-email.ts';

/** The routes of the session, and what protects all others. */
export function createSessions(
  config: Config,
  store: SessionStoreFactory,
  credentials: CredentialsCheck,
  log: (line: string) => void,
): NgSession {
  return ngSession({
    secret: config.sessionSecrets,
    store,
    age: config.sessionAge,
    cookieName: 'demo.sid',
    origins: config.origins,
    allowedHeaders: ['Authorization'],
    production: config.production,
    signIn: (given) => checkCredentials(credentials, given),
    account: ({ email }) => normalizeEmail(email),
    findUser: (id) => credentials.users.find(Number(id)),
    flashOnSignIn: ({ name }) => ({ notification: welcome(name) }),
    signInLimits: config.signInLimits,
    log,
  });
}

function welcome(name: User['name']): object {
  return { type: 'info', message: `Welcome back, ${name}.` };
}
