import { createHash } from 'node:crypto';

import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { MemoryStore, rateLimit } from 'express-rate-limit';
import type { Logger, LoggerFn } from 'express-rate-limit';

import { HttpError } from '../http/http-error.ts';
import type { ResolvedOptions } from '../options/resolve-options.ts';
import { CountedRequests } from './counted-requests.ts';

export interface SignInLimiters {
  /**
   * What comes before the look at a password: it counts one address that tries many accounts, then one account
   * that is tried from many addresses. All sign-ins that it limits count together.
   */
  readonly limit: (accountOf: (request: Request) => string) => RequestHandler;
  /**
   * Takes back what a sign-in has counted, as the password was right: a 401 for another reason is no failed guess,
   * and nor is one whose client has gone before the answer.
   */
  readonly markVerified: (request: Request) => void;
  close(): void;
}

/**
 * Counts the sign-ins that fail, where the sessions are, so that all processes count together. One that is
 * under way counts until it has succeeded: guesses that are sent all at once get no further than the others.
 *
 * At the limit the right password is refused too: an answer that differs would confirm a guess.
 */
export function signInLimiters({
  signInLimits,
  store,
  log,
}: Pick<ResolvedOptions, 'signInLimits' | 'store' | 'log'>): SignInLimiters {
  const accounts = new WeakMap<Request, string>();
  const counted = new CountedRequests(log);
  const own: MemoryStore[] = [];
  const counter = (name: string) => {
    const shared = 'sealed' in store ? undefined : store.counter?.(name);
    if (shared) return shared;
    const memory = new MemoryStore();
    own.push(memory);
    return memory;
  };
  const common = {
    windowMs: signInLimits.window,
    standardHeaders: 'draft-6' as const,
    legacyHeaders: false,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (request: Request, { statusCode }: { statusCode: number }) =>
      statusCode !== 401 && !counted.isTakenBack(request),
    handler: () => {
      throw new HttpError(429, 'Too many failed sign-ins. Try again later.');
    },
    // Its own lines quote what a store has answered.
    logger: toLogger(log),
    // The header is read as `trust proxy` says; a stray one is a client's and no misconfiguration.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  };
  const [addresses, names] = [counter('address'), counter('account')];
  const byAddress = rateLimit({
    ...common,
    store: addresses,
    limit: signInLimits.perAddress,
  });
  const byAccount = rateLimit({
    ...common,
    store: names,
    limit: signInLimits.perAccount,
    keyGenerator: (request: Request) => digest(accounts.get(request) ?? ''),
  });
  return {
    limit: (accountOf) => {
      const remember: RequestHandler = (request, _response, next) => {
        accounts.set(request, checkAccount(accountOf(request)));
        next();
      };
      return Router()
        .use(byAddress, counted.note(addresses))
        .use(remember, byAccount, counted.note(names));
    },
    markVerified: (request) => counted.takeBack(request),
    close: () => own.forEach((memory) => memory.shutdown()),
  };
}

/** Without a name, all would count as one account; and what a client sends may be of any kind. */
function checkAccount(name: unknown): string {
  if (typeof name === 'string' && name !== '') return name;
  throw new HttpError(422, 'The account is missing, or is no text.');
}

/** Takes what the package says itself, and not the error that comes with it. */
function toLogger(log: (line: string) => void): Logger {
  const line: LoggerFn = (error, message) => {
    const what = message ?? (error instanceof Error ? error.name : 'Something went wrong.');
    log(`express-rate-limit: ${what}`);
  };
  return { warn: line, error: line };
}

/** Counters may be kept where others read; names of accounts are not for them. */
function digest(account: string): string {
  return createHash('sha256').update(account).digest('base64url');
}
