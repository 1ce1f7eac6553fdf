import type { Request, RequestHandler } from 'express';
import { MemoryStore, rateLimit } from 'express-rate-limit';

import type { SignInLimits } from '../config/config.ts';
import { HttpError } from '../http/http-error.ts';
import { normalizeEmail } from '../users/normalize-email.ts';
import { parseSignIn } from '../users/parse-sign-in.ts';

export interface SignInLimiters {
  /** One address that tries many accounts. */
  readonly byAddress: RequestHandler;
  /** One account that is tried from many addresses. */
  readonly byAccount: RequestHandler;
  stop(): void;
}

/**
 * Counts the sign-ins that fail.
 *
 * At the limit the right password is refused too: an answer that differs would confirm a guess.
 */
export function signInLimiters({ window, perAddress, perAccount }: SignInLimits): SignInLimiters {
  const stores = { address: new MemoryStore(), account: new MemoryStore() };
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
    // The header is read as TRUST_PROXY says; a stray one is a client's and no misconfiguration.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  };
  return {
    byAddress: rateLimit({ ...common, store: stores.address, limit: perAddress }),
    byAccount: rateLimit({
      ...common,
      store: stores.account,
      limit: perAccount,
      keyGenerator: ({ body }: Request) => normalizeEmail(parseSignIn(body).email),
    }),
    stop: () => Object.values(stores).forEach((store) => store.shutdown()),
  };
}
