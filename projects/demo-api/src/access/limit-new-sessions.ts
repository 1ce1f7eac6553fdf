import { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { MemoryStore, rateLimit } from 'express-rate-limit';
import type { AugmentedRequest, Store } from 'express-rate-limit';
import { HttpError } from 'ng-session-express';

const HOUR = 3_600_000;

export interface NewSessionLimit {
  readonly handler: RequestHandler;
  close(): void;
}

export interface NewSessionLimitOptions {
  /** How many one address may begin within an hour. */
  readonly perAddress: number;
  /** Where they are counted; undefined for in memory. */
  readonly counter: Store | undefined;
  readonly log: (line: string) => void;
}

/**
 * Limits the sessions that begin without a sign-in: each is kept, with all that a client may put into it.
 *
 * It goes before the sessions, on the route that begins one, and counts when the answer is there: a write into
 * a session that the client has already is free, and so is one that begins none. Where the client has gone before
 * the answer, only the first is free: nobody begins sessions for nothing by leaving. At the limit it refuses each
 * write of the address, since nobody knows yet whose session it is.
 */
export function limitNewSessions({
  perAddress,
  counter,
  log,
}: NewSessionLimitOptions): NewSessionLimit {
  const memory = new MemoryStore();
  const store = counter ?? memory;
  // Not what a store has answered, which may quote what was sent.
  const tell = (): void => log('The new sessions of an address could not be counted.');
  const limit = rateLimit({
    windowMs: HOUR,
    limit: perAddress,
    store,
    standardHeaders: 'draft-6',
    legacyHeaders: false,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (request, response) => !hasBegun(request, response),
    handler: () => {
      throw new HttpError(429, 'Too many new sessions of this address. Try again later.');
    },
    logger: { warn: tell, error: tell },
    // The header is read as `trust proxy` says; a stray one is a client's and no misconfiguration.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  });
  const takeBack = async (key: string): Promise<void> => store.decrement(key);
  const takeBackIfGone: RequestHandler = (request, response, next) => {
    const count = (request as AugmentedRequest)['rateLimit'];
    // Without an answer that was sent, the limiter takes nothing back.
    response.once('close', () => {
      if (count === undefined || response.writableFinished || !isKnown(request)) return;
      takeBack(count.key).catch(tell);
    });
    next();
  };
  return { handler: Router().use(limit, takeBackIfGone), close: () => memory.shutdown() };
}

/**
 * Whether there was something to keep, under an id that did not come with the request. Not by the cookie of the
 * answer, since over http there is none, and a session is kept all the same.
 */
function hasBegun(request: Request, { statusCode }: Response): boolean {
  if (statusCode !== 204 || isKnown(request)) return false;
  return Object.keys(request.session.data).length > 0;
}

/** Whether its session was found by the id that came with it, which is not to be guessed. */
function isKnown({ headers, session, sessionID }: Request): boolean {
  // What has come no further has no session yet, whatever the type says.
  return (session as unknown) !== undefined && (headers.cookie ?? '').includes(sessionID);
}
