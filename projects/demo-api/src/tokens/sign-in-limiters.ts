import { createHash } from 'node:crypto';

import type { Request, RequestHandler } from 'express';
import { MemoryStore, rateLimit } from 'express-rate-limit';
import type { Store } from 'express-rate-limit';
import { HttpError } from 'ng-session-express';

import type { SignInLimits } from '../config/config.ts';

/** Where something is counted; undefined for in memory. */
export type Counter = (name: string) => Store | undefined;

export interface SignInLimiters {
  readonly byAddress: RequestHandler;
  readonly byAccount: RequestHandler;
  close(): void;
}

/**
 * Counts the sign-ins that fail as the sign-in by a session does: under the same names and in the same
 * place, so that nobody gets twice as many guesses by asking at both.
 */
export function signInLimiters(
  { window, perAddress, perAccount }: SignInLimits,
  counter: Counter,
  accountOf: (request: Request) => string,
): SignInLimiters {
  const memories: MemoryStore[] = [];
  const open = (name: string): Store => {
    const shared = counter(name);
    if (shared !== undefined) return shared;
    const memory = new MemoryStore();
    memories.push(memory);
    return memory;
  };
  const common = {
    windowMs: window,
    standardHeaders: 'draft-6' as const,
    legacyHeaders: false,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request: Request, response: { statusCode: number }) =>
      response.statusCode !== 401,
    handler: () => {
      throw new HttpError(429, 'Too many failed sign-ins. Try again later.');
    },
    // The header is read as `trust proxy` says; a stray one is a client's and no misconfiguration.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  };
  return {
    byAddress: rateLimit({ ...common, store: open('address'), limit: perAddress }),
    byAccount: rateLimit({
      ...common,
      store: open('account'),
      limit: perAccount,
      keyGenerator: (request) =>
        createHash('sha256').update(accountOf(request)).digest('base64url'),
    }),
    close: () => memories.forEach((memory) => memory.shutdown()),
  };
}
