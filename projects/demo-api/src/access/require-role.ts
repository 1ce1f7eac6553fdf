import { HttpError } from '../http/http-error.ts';
import type { Role } from '../users/role.ts';
import type { User } from '../users/user.ts';

/** Throws a 403 unless the user has one of the roles. */
export function requireRole(user: User, roles: readonly Role[]): void {
  if (!roles.some((role) => user.roles.includes(role))) {
    throw new HttpError(403, 'Your roles do not allow this.');
  }
}
