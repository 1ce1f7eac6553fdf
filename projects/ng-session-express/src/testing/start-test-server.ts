import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

import express, { Router } from 'express';
import type { Express } from 'express';

import { answerErrors } from '../lifecycle/answer-errors.ts';
import { ngSession } from '../ng-session.ts';
import type { NgSession } from '../ng-session.ts';
import type { NgSessionOptions } from '../options/ng-session-options.ts';
import type { UserId } from '../session-user.ts';
import { stores } from '../stores/stores.ts';
import { TEST_SECRET } from './open-test-store.ts';
import { TestBrowser } from './test-browser.ts';
import type { TestBrowserOptions } from './test-browser.ts';

export const PASSWORD = 'the-right-password';

export interface TestUser {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

export const ADA: TestUser = { id: 1, name: 'Ada', email: 'ada@example.com', roles: ['admin'] };
export const UMA: TestUser = { id: 3, name: 'Uma', email: 'uma@example.com', roles: ['user'] };

/** What may be told otherwise than by default. */
export interface TestServerOptions extends Partial<NgSessionOptions> {
  /** For `app.set('trust proxy')`. */
  readonly trustProxy?: unknown;
  /** What comes before the sessions. */
  readonly ahead?: (app: Express, session: NgSession) => void;
}

/** An Express app with sessions, as a user would write it. */
export interface TestServer {
  readonly url: string;
  readonly session: NgSession;
  /** Takes routes of a test, which run behind every protection. */
  readonly routes: Router;
  /** The users by id; who is taken out is gone. */
  readonly users: Map<UserId, TestUser>;
  /** The lines that were logged. */
  readonly log: readonly string[];
  /** The emails whose password was looked at. */
  readonly verified: readonly string[];
  browser(options?: Partial<TestBrowserOptions>): TestBrowser;
  stop(): Promise<void>;
}

/** Starts a server on a free port for one test, which ends it. */
export async function startTestServer(
  context: Pick<TestContext, 'after'>,
  { trustProxy = false, ahead, ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const users = new Map<UserId, TestUser>([ADA, UMA].map((user) => [user.id, { ...user }]));
  const log: string[] = [];
  const verified: string[] = [];
  const addLine = (line: string): void => void log.push(line);
  const routes = Router();

  const app = express();
  // Express tells of failures that nobody answers, unless it is tested.
  app.set('env', 'test');
  app.set('trust proxy', trustProxy);
  const session = ngSession({
    secret: TEST_SECRET,
    store: stores.memory(),
    origins: ['http://localhost:4200'],
    signIn: ({ email, password }) => {
      verified.push(email);
      const known = email.trim().toLowerCase();
      const user = [...users.values()].find((one) => one.email === known);
      return password === PASSWORD && user !== undefined ? user : null;
    },
    findUser: (id) => users.get(id) ?? null,
    log: addLine,
    ...options,
  });
  ahead?.(app, session);
  app.use(session, routes, answerErrors(addLine));

  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await session.close();
  };
  context.after(stop);
  return {
    url,
    session,
    routes,
    users,
    log,
    verified,
    browser: (more) => new TestBrowser({ url, ...more }),
    stop,
  };
}

/** Credentials that are right. */
export function rightPassword({ email }: Pick<TestUser, 'email'>): object {
  return { email, password: PASSWORD };
}

/** Credentials that are not. */
export function wrongPassword({ email }: Pick<TestUser, 'email'>): object {
  return { email, password: 'a guess' };
}
