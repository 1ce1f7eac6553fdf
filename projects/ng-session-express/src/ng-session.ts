import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';

import { SessionCollection } from './collection/session-collection.ts';
import { addFlashMethods } from './flash/flash-messages.ts';
import { answerErrors } from './lifecycle/answer-errors.ts';
import { commitBeforeAnswer } from './lifecycle/commit-before-answer.ts';
import { loadSession } from './lifecycle/load-session.ts';
import { createSessionEvents } from './lifecycle/session-events.ts';
import type { SessionEventEmitter } from './lifecycle/session-events.ts';
import type { EmailAndPassword, NgSessionOptions } from './options/ng-session-options.ts';
import { resolveOptions } from './options/resolve-options.ts';
import { collectionRoutes } from './routes/collection-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { signInRoute } from './routes/sign-in-route.ts';
import { allowOrigins } from './security/allow-origins.ts';
import { checkCompression } from './security/check-compression.ts';
import { checkDeployment } from './security/check-deployment.ts';
import { refuseForeignRequests } from './security/refuse-foreign-requests.ts';
import { requireXsrfToken } from './security/require-xsrf-token.ts';
import { signInLimiters } from './security/sign-in-limiters.ts';

/** The routes and protections of sessions: a middleware, and what else there is to ask of it. */
export interface NgSession extends RequestHandler {
  readonly events: SessionEventEmitter;
  /** The sessions of users: to list them, and to end them. */
  readonly sessions: SessionCollection;
  /**
   * Goes before what answers ahead of `ngSession()`, and has the apps of `origins` read that as well: the answer
   * of a health check, the refusal of another middleware. It ends preflights.
   *
   * ```ts
   * app.use('/api', session.allowOrigins, limitUploads);
   * app.use(session);
   * ```
   */
  readonly allowOrigins: RequestHandler;
  /**
   * Limits a sign-in of your own: failures, which are answers of 401, count together with those of
   * `POST /users/sign-in`, by address and by account, in the same store. Put it behind the parser of the body,
   * and before the look at the password. What `account` throws is the answer, and 422 where it names none.
   *
   * ```ts
   * const account = ({ body }: Request) => parseEmailAndPassword(body).email.trim().toLowerCase();
   * app.post('/api/token', express.json(), session.limitSignIns(account), giveToken);
   * ```
   *
   * @param account names who is tried, as the option `account` does for the other sign-in
   */
  readonly limitSignIns: (account: (request: Request) => string) => RequestHandler;
  /** Ends timers and connections, for an end of the process that is in order. */
  close(): Promise<void>;
}

/**
 * Gives an Express app the routes that ng-session asks for, and sessions that are safe by default. What is
 * used after it runs behind every protection, and has `request.session`.
 *
 * ```ts
 * app.use(
 *   ngSession({
 *     secret: process.env.SESSION_SECRET,
 *     store: stores.sqlite({ file: 'sessions.sqlite' }),
 *     origins: ['https://app.example.com'],
 *     signIn: ({ email, password }) => users.verify(email, password),
 *     findUser: (id) => users.find(id),
 *   }),
 * );
 * app.get('/api/orders', requireRole('clerk'), listOrders);
 * ```
 *
 * @throws SessionError `invalid-config` for what could not work, or would not be safe.
 */
export function ngSession<Credentials = EmailAndPassword>(
  config: NgSessionOptions<Credentials>,
): NgSession {
  const options = resolveOptions(config);
  const { store, prefix, origins, log } = options;
  const cors = allowOrigins(options);
  const limiters = signInLimiters(options);
  const events = createSessionEvents(log);
  const sessions = new SessionCollection(options);

  // The order is the protection: who may ask, then who is asking, then what they ask for.
  const router = Router();
  router.use(checkDeployment(options));
  router.use(checkCompression(log));
  if (options.headers !== false) router.use(helmet(options.headers));
  router.use(noStore);
  router.use(cors);
  router.use(refuseForeignRequests(origins));
  router.use(loadSession(options, events), commitBeforeAnswer, addFlashMethods);
  router.use(prefix, signInRoute(options, limiters));
  router.use(requireXsrfToken);
  router.use(prefix, sessionRoutes(options), collectionRoutes(sessions));
  router.use(answerErrors(log));

  return Object.assign(router, {
    events,
    sessions,
    allowOrigins: cors,
    limitSignIns: limiters.limit,
    close: async () => {
      limiters.close();
      if (!('sealed' in store)) await store.close();
    },
  });
}

/** What one person may see is for no cache. */
const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
