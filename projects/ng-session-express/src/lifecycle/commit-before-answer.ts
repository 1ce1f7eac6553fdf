import type { Request, RequestHandler, Response } from 'express';

import { answerFailure } from '../http/answer-failure.ts';
import { commitSession } from './commit-session.ts';
import { sessionOf } from './request-session.ts';

type End = (...args: unknown[]) => Response;

/**
 * Stores the session before the first byte of the answer. The next request finds what this one has
 * stored, a store that fails is an answer of its own, and a request that began before a sign-out
 * brings no cookie when it ends after it.
 */
export const commitBeforeAnswer: RequestHandler = (request, response, next) => {
  const known = sessionOf(request);
  const end = response.end.bind(response) as End;
  const writeHead = response.writeHead.bind(response) as End;
  let isEnding = false;

  response.end = ((...args: unknown[]) => {
    // Sent piece by piece: too late to wait.
    if (response.headersSent) return end(...args);
    if (isEnding) return response;
    isEnding = true;
    commitSession(request).then(
      () => end(...args),
      (error: unknown) => {
        known.isCommitted = true;
        Reflect.deleteProperty(request, 'session');
        response.end = end as Response['end'];
        answerFailure(error, request, response, known.options.log);
      },
    );
    return response;
  }) as Response['end'];

  response.writeHead = ((...args: unknown[]) =>
    known.isCommitted
      ? writeHead(...args)
      : withoutOldCookie(request, () => writeHead(...args))) as Response['writeHead'];

  next();
};

/**
 * Nobody knows yet whether the session will be there at the end of an answer that is sent piece by
 * piece: it does not renew the cookie. That of a new session has to go along.
 */
function withoutOldCookie<T>(request: Request, work: () => T): T {
  const { session } = request;
  if (sessionOf(request).version === null) return work();
  Reflect.deleteProperty(request, 'session');
  try {
    return work();
  } finally {
    request.session = session;
  }
}
