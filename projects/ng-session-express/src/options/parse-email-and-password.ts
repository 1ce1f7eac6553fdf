import { InvalidInput } from '../http/invalid-input.ts';
import { isPlainObject } from '../is-plain-object.ts';
import type { EmailAndPassword } from './ng-session-options.ts';

/** Longer input is no address or password, but work for the hash. */
const MAX_LENGTH = 254;

/**
 * Takes email and password from the body of a sign-in, as `POST /users/sign-in` does: two texts of up to 254
 * characters, as they were typed. For sign-ins of your own.
 *
 * ```ts
 * const { email, password } = parseEmailAndPassword(request.body);
 * ```
 *
 * @throws InvalidInput that says which of the two is missing or too long.
 */
export function parseEmailAndPassword(body: unknown): EmailAndPassword {
  const { email, password } = isPlainObject(body) ? body : {};
  const errors = { ...textErrors('email', email), ...textErrors('password', password) };
  if (typeof email !== 'string' || typeof password !== 'string' || Object.keys(errors).length > 0) {
    throw new InvalidInput(errors);
  }
  return { email, password };
}

function textErrors(field: string, value: unknown): Record<string, string[]> {
  if (typeof value !== 'string' || value.trim() === '') return { [field]: ['This is required.'] };
  if (value.length > MAX_LENGTH) return { [field]: [`Use up to ${MAX_LENGTH} characters.`] };
  return {};
}
