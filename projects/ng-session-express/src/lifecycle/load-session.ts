import type { RequestHandler } from 'express';

import { addFlashMethods } from '../flash/flash-messages.ts';
import { answerFailure } from '../http/answer-failure.ts';
import type { ResolvedOptions } from '../options/resolve-options.ts';
import { EndedIds } from './ended-ids.ts';
import { ExpressStore } from './express-store.ts';
import { beginRequest, sessionOf } from './request-session.ts';
import { SealedSession } from './sealed-session.ts';
import type { SessionEventEmitter } from './session-events.ts';

/** Loads the session of a request, and who is signed in. */
export function loadSession(options: ResolvedOptions, events: SessionEventEmitter): RequestHandler {
  const { store, cookie, log } = options;
  const load = new ExpressStore(options).middleware();
  const ended = new EndedIds();

  return (request, response, next) => {
    const ownStore =
      'sealed' in store
        ? new SealedSession({ sealed: store, cookie, ended, request, response })
        : store;
    beginRequest(request, { options, events, store: ownStore, response });
    addFlashMethods(request);
    const loadUser = async (): Promise<void> => {
      const { userId } = request.session;
      if (userId !== undefined) sessionOf(request).user = await options.findUser(userId);
    };
    // Not by next(): what an app answers to errors may show them.
    const fail = (error: unknown): void => answerFailure(error, request, response, log);
    load(request, response, (error: unknown) => {
      if (error === undefined || error === null) void loadUser().then(next, fail);
      else fail(error);
    });
  };
}
