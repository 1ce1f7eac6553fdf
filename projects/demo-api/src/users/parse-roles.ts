import { InvalidInput } from 'ng-session-express';
import { isPlainObject } from '../http/is-plain-object.ts';
import { ROLES } from './role.ts';
import type { Role } from './role.ts';

/** Checks the body of a change of roles; throws `InvalidInput`. */
export function parseRoles(body: unknown): readonly Role[] {
  const { roles } = isPlainObject(body) ? body : {};
  if (!Array.isArray(roles) || !roles.every(isRole)) {
    throw new InvalidInput({ roles: [`Give a list of these: ${ROLES.join(', ')}.`] });
  }
  return ROLES.filter((role) => roles.includes(role));
}

function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
