import { STATUS_CODES } from 'node:http';

import type { Request, Response } from 'express';

import { abandonSession, findSession } from './request-session.ts';
import { SessionError } from '../session-error.ts';
import { HttpError } from '../http/http-error.ts';
import { InvalidInput } from '../http/invalid-input.ts';
import { pathOf } from '../http/path-of.ts';
import { setCookies } from '../http/set-cookies.ts';

/** What is said about errors of Express and its parsers; their own messages quote the request. */
const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The request is not valid.',
  413: 'The request is too large.',
  415: 'This kind of body is not supported.',
};

const SECONDS_UNTIL_RETRY = '1';

interface Failure {
  readonly status: number;
  readonly body: object;
}

/** Answers a failure as JSON, in place of what was to be answered, and logs those that are ours. */
export function answerFailure(
  error: unknown,
  request: Request,
  response: Response,
  log: (line: string) => void,
): void {
  const { status, body } = toFailure(error);
  if (status >= 500) logFailure(error, request, log);
  // What the store has just refused is not tried once more with the answer.
  if (error instanceof SessionError) abandonSession(request);
  forgetAnswer(request, response);
  if (status === 503) response.set('Retry-After', SECONDS_UNTIL_RETRY);
  response.status(status).json(body);
}

/** Logs one line, and where it was thrown. */
export function logFailure(error: unknown, request: Request, log: (line: string) => void): void {
  log(`${request.method} ${pathOf(request)} failed: ${describe(error)}`);
}

function toFailure(error: unknown): Failure {
  if (error instanceof InvalidInput) {
    return { status: error.status, body: { error: error.message, errors: error.errors } };
  }
  if (error instanceof HttpError) return { status: error.status, body: { error: error.message } };
  if (error instanceof SessionError) return ofSession(error);
  const { status = 500, expose = false } = error instanceof Error ? (error as Exposed) : {};
  const message = MESSAGES[status] ?? (expose === true ? messageOf(status) : undefined);
  return message === undefined ? UNKNOWN : { status, body: { error: message } };
}

/** As the errors of `http-errors`, which Express uses, say whether their status is for the client. */
interface Exposed extends Error {
  readonly status?: number;
  readonly expose?: unknown;
}

/** The words of the standard, for what a client has done: the message may quote the request. */
function messageOf(status: number): string | undefined {
  const words = status >= 400 && status < 500 ? STATUS_CODES[status] : undefined;
  return words && `${words}.`;
}

const UNKNOWN: Failure = { status: 500, body: { error: 'Something went wrong.' } };

function ofSession({ code }: SessionError): Failure {
  switch (code) {
    case 'store-unavailable':
      return { status: 503, body: { error: 'Sessions are out of reach. Try again.', code } };
    case 'session-too-large':
      return { status: 413, body: { error: 'The session would be too large.', code } };
    case 'not-supported':
      return { status: 501, body: { error: 'The store of this server can not do that.', code } };
    default:
      return UNKNOWN;
  }
}

/** Removes what was said about another body, and its cookies, but for those of the session. */
function forgetAnswer(request: Request, response: Response): void {
  const cookies = sessionCookies(request, response);
  for (const name of ['Content-Length', 'Content-Type', 'ETag', 'Location', 'Set-Cookie']) {
    response.removeHeader(name);
  }
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
}

/** What is done already with a session that is not given up: sealed into a cookie, or taken away with it. */
function sessionCookies(request: Request, response: Response): readonly string[] {
  const known = findSession(request);
  if (known === undefined || known.isAbandoned) return [];
  const { name, sealedName } = known.options.cookie;
  return setCookies(response).filter(
    (line) => line.startsWith(`${name}=`) || line.startsWith(`${sealedName}=`),
  );
}

/** Names the error and where it was thrown. The message of one that is not ours stays out: it may quote a password. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // A message of several lines may look like a place.
  const places = (error.stack ?? '').replace(error.message, '');
  const frames = places.split('\n').filter((line) => /^\s+at /.test(line));
  const what = error instanceof SessionError ? error.message : error.constructor.name;
  const cause = error.cause instanceof Error ? [`because of ${error.cause.constructor.name}`] : [];
  return [what, ...cause, ...frames].join('\n');
}
