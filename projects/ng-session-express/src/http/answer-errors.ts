import type { ErrorRequestHandler } from 'express';

import { answerFailure } from './answer-failure.ts';

/**
 * Answers what handlers throw as JSON: 422 with `errors` for `InvalidInput`, the status of an `HttpError`,
 * 503 where sessions are out of reach, and 500 without any detail for the rest, of which the log gets a line.
 *
 * ```ts
 * app.use(answerErrors());
 * ```
 */
export function answerErrors(log: (line: string) => void = console.error): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    answerFailure(error, request, response, log);
  };
}
