import type { Request } from 'express';

import { bearerUser } from '../tokens/bearer-users.ts';
import type { User } from '../users/user.ts';

/** Who is signed in, by a token or by a session; null for nobody. */
export function signedIn(request: Request): User | null {
  return bearerUser(request) ?? request.session.user;
}
