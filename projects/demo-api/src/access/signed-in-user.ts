import type { Request } from 'express';

import { HttpError } from '../http/http-error.ts';
import type { User } from '../users/user.ts';
import type { UserRepository } from '../users/user-repository.ts';

/** Returns who is signed in, as the database knows them now; throws a 401 for nobody. */
export function signedInUser(request: Request, users: UserRepository): User {
  const { userId } = request.session;
  const user = userId === undefined ? null : users.find(userId);
  if (user === null) throw new HttpError(401, 'Nobody is signed in.');
  return user;
}
