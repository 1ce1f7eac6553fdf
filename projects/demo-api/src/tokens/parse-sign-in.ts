import { InvalidInput } from 'ng-session-express';
import type { EmailAndPassword } from 'ng-session-express';

import { isPlainObject } from '../http/is-plain-object.ts';

/** Longer input is no address or password, but work for the hash. */
const MAX_LENGTH = 254;

/** Checks the body of a sign-in as the sign-in by a session does; throws `InvalidInput`. */
export function parseSignIn(body: unknown): EmailAndPassword {
  const fields = isPlainObject(body) ? body : {};
  const errors: Record<string, string[]> = {};
  const textOf = (name: string): string => {
    const value = fields[name];
    const text = typeof value === 'string' ? value : '';
    if (text.trim() === '') errors[name] = ['This is required.'];
    if (text.length > MAX_LENGTH) errors[name] = [`Use up to ${MAX_LENGTH} characters.`];
    return text;
  };
  const given = { email: textOf('email'), password: textOf('password') };
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
  return given;
}
