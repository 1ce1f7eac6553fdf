import type { RequestHandler, Response } from 'express';

import type { ResolvedOptions } from '../options/resolve-options.ts';
import { SessionError } from '../session-error.ts';
import { answerFailure } from './answer-failure.ts';
import { beginAnew } from './begin-anew.ts';
import { ExpressStore } from './express-store.ts';
import { beginRequest, sessionOf } from './request-session.ts';
import { SealedSession, sealedTombstones } from './sealed-session.ts';
import type { SessionEventEmitter } from './session-events.ts';

/** Loads the session of a request, and who is signed in. */
export function loadSession(options: ResolvedOptions, events: SessionEventEmitter): RequestHandler {
  const { store, cookie, log } = options;
  const load = new ExpressStore(options).middleware();
  const ended = sealedTombstones();

  return (request, response, next) => {
    if ((request as { session?: unknown }).session !== undefined) throw twice();
    const ownStore =
      'sealed' in store
        ? new SealedSession({ sealed: store, cookie, ended, request, response })
        : store;
    const end = response.end.bind(response) as (...args: unknown[]) => Response;
    beginRequest(request, { options, events, store: ownStore, response, end });
    // Not by next(): what an app answers to errors may show them.
    const fail = (error: unknown): void => {
      // What was not loaded is neither stored nor renewed.
      Reflect.deleteProperty(request, 'session');
      answerFailure(error, request, response, log);
    };
    load(request, response, (error: unknown) => {
      if (error !== undefined && error !== null) return fail(error);
      const { userId } = request.session;
      if (userId === undefined) return next();
      options.findUser(userId).then((user) => {
        sessionOf(request).user = user;
        if (user !== null) return next();
        // For good: whoever gets this id later, or again, is not the one who has signed in.
        beginAnew(request).then(() => {
          sessionOf(request).isOver = true;
          next();
        }, fail);
      }, fail);
    });
  };
}

function twice(): SessionError {
  return new SessionError(
    'invalid-config',
    'the request has a session already. Use ngSession() once, and no express-session beside it.',
  );
}
