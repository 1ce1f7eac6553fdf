import { InvalidInput } from 'ng-session-express';
import { isPlainObject } from '../http/is-plain-object.ts';

const MAX_LENGTH = 100;

/** Checks the body of a renaming; throws `InvalidInput`. */
export function parseName(body: unknown): string {
  const { name } = isPlainObject(body) ? body : {};
  if (typeof name !== 'string' || name.trim() === '') throw invalid('This is required.');
  const trimmed = name.trim();
  if (trimmed.length > MAX_LENGTH) throw invalid(`Use up to ${MAX_LENGTH} characters.`);
  if (/\p{Cc}/u.test(trimmed)) throw invalid('Use one line of text.');
  return trimmed;
}

function invalid(message: string): InvalidInput {
  return new InvalidInput({ name: [message] });
}
