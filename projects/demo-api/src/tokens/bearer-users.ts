import type { Request, RequestHandler } from 'express';

import type { User } from '../users/user.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { AccessTokens } from './access-tokens.ts';
import { bearerOf } from './bearer-of.ts';

const users = new WeakMap<Request, User>();

/** Who sends this request, as its bearer tells. */
export function bearerUser(request: Request): User | null {
  return users.get(request) ?? null;
}

/**
 * Finds the user of a bearer, as the database knows them now; a bearer that does not count gets 401.
 * Requests without one go on, as nobody or with their session.
 */
export function identifyBearer(tokens: AccessTokens, repository: UserRepository): RequestHandler {
  return async (request, response, next) => {
    const token = bearerOf(request.headers);
    if (token === null) return next();
    const id = await tokens.verify(token);
    const user = id === null ? null : repository.find(id);
    if (user === null) {
      response.set('WWW-Authenticate', 'Bearer error="invalid_token"');
      response.status(401).json({ error: 'The token has ended, or is not valid.' });
      return;
    }
    users.set(request, user);
    next();
  };
}
