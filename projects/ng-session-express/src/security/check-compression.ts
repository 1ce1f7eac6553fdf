import type { RequestHandler } from 'express';

/**
 * Tells once of what compresses answers behind the sessions, as `compression()` does where it comes after. It
 * wraps the answer around ours, and begins it before the session is stored: too late for a cookie, or for a 503.
 *
 * It looks at answers that have gone. To hold the head of an answer back would have `headersSent` lie to those
 * who wait for it.
 */
export function checkCompression(log: (line: string) => void): RequestHandler {
  let isTold = false;
  return (_request, response, next) => {
    if (isTold) return next();
    // What came before has wrapped it already.
    const before: unknown = Reflect.get(response, 'write');
    response.once('finish', () => {
      if (isTold || response.write === before || !response.hasHeader('Content-Encoding')) return;
      isTold = true;
      log(
        'ng-session-express: something behind ngSession() compresses answers, so that they begin before their ' +
          'session is stored and renew no cookie. Put compression() before app.use(session).',
      );
    });
    next();
  };
}
