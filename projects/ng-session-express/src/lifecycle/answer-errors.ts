import type { ErrorRequestHandler } from 'express';

import { answerFailure, logFailure } from './answer-failure.ts';

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
    if (!response.headersSent) return answerFailure(error, request, response, log);
    // Not by next(): what Express logs shows the message.
    logFailure(error, request, log);
    response.destroy();
  };
}
