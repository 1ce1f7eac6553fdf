import type { ErrorRequestHandler } from 'express';

import { HttpError } from './http-error.ts';
import { InvalidInput } from './invalid-input.ts';

/** What is said about errors of Express and its parsers; their own messages quote the request. */
const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The request is not valid.',
  413: 'The request is too large.',
  415: 'This kind of body is not supported.',
};

/** Answers every error as JSON and logs those that are ours. */
export function handleError(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const answer = toAnswer(error);
    if (answer.status === 500) log(`${request.method} ${request.path} failed: ${describe(error)}`);
    if (response.headersSent) return next(error);
    response.status(answer.status).json(answer.body);
  };
}

function toAnswer(error: unknown): { status: number; body: object } {
  if (error instanceof InvalidInput) {
    return { status: error.status, body: { error: error.message, errors: error.errors } };
  }
  if (error instanceof HttpError) return { status: error.status, body: { error: error.message } };
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  const message = MESSAGES[status];
  if (message === undefined) return { status: 500, body: { error: 'Something went wrong.' } };
  return { status, body: { error: message } };
}

/** Names the error and where it was thrown. Its message stays out: it may quote a password. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.constructor.name, ...frames].join('\n');
}
