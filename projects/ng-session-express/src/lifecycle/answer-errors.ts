import type { ErrorRequestHandler } from 'express';

import { answerFailure, logFailure } from './answer-failure.ts';
import { findSession } from './request-session.ts';

/**
 * Answers what handlers throw as JSON: 422 with `errors` for `InvalidInput`, the status of an `HttpError`,
 * 503 where sessions are out of reach, and 500 without any detail for the rest, of which the log gets a line.
 *
 * ```ts
 * app.use(answerErrors());
 * ```
 */
export function answerErrors(log: (line: string) => void = console.error): ErrorRequestHandler {
  // Express knows it by its four parameters.
  return (error: unknown, request, response, _next) => {
    // What fails after the end of an answer takes nothing of it back.
    const isEnding = findSession(request)?.isEnding ?? false;
    if (!response.headersSent && !isEnding) return answerFailure(error, request, response, log);
    // Not by next(): what Express logs shows the message.
    logFailure(error, request, log);
    if (!isEnding) response.destroy();
  };
}
