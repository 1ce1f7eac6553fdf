import type { Request, RequestHandler, Response } from 'express';

import { answerFailure, logFailure } from './answer-failure.ts';
import { commitSession } from './commit-session.ts';
import { holdAnswer } from './hold-answer.ts';
import { abandonSession, type RequestSession, sessionOf } from './request-session.ts';

type End = (...args: unknown[]) => Response;

/**
 * Stores the session before the last byte of the answer, and nearly always before the first. The next request
 * finds what this one has stored, a store that fails is an answer of its own, and a request that began
 * before a sign-out brings no cookie when it ends after it.
 */
export const commitBeforeAnswer: RequestHandler = (request, response, next) => {
  const known = sessionOf(request);
  const { log } = known.options;
  const writeHead = response.writeHead.bind(response) as End;
  const ours = response.getHeaderNames();

  const answerInstead = (error: unknown): void => {
    abandonSession(request);
    // Sent piece by piece: too late to say anything else.
    if (response.headersSent) throw error;
    for (const name of response.getHeaderNames()) {
      if (!ours.includes(name)) response.removeHeader(name);
    }
    response.end = known.end as Response['end'];
    answerFailure(error, request, response, log);
  };

  response.end = ((...args: unknown[]) => {
    if (known.isEnding) return response;
    known.isEnding = true;
    const letGo = holdAnswer(response);
    commitSession(request)
      .finally(letGo)
      .then(() => known.end(...args), answerInstead)
      .catch((error: unknown) => {
        logFailure(error, request, log);
        // Whoever waits for the rest is to know that it does not come.
        response.destroy();
      });
    return response;
  }) as Response['end'];

  response.writeHead = ((...args: unknown[]) =>
    bringsCookie(known)
      ? writeHead(...args)
      : withoutSession(request, () => writeHead(...args))) as Response['writeHead'];

  next();
};

/**
 * Whether an answer may bring a cookie. Nobody knows yet whether the session will be there at the end of one
 * that is sent piece by piece, so that it renews none; the cookie of a new session has to go along.
 */
function bringsCookie(known: RequestSession): boolean {
  if (known.isOver || !known.options.isEnabled) return false;
  return known.isNew || (known.isCommitted && known.renewsCookie);
}

/** Without a session, `express-session` sends no cookie. Others still read it when the answer has gone. */
function withoutSession<T>(request: Request, work: () => T): T {
  if (!Object.hasOwn(request, 'session')) return work();
  const { session } = request;
  Reflect.deleteProperty(request, 'session');
  try {
    return work();
  } finally {
    request.session = session;
  }
}
