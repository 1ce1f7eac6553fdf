import { randomBytes } from 'node:crypto';

/** Makes a token that nobody can guess. */
export function createXsrfToken(): string {
  return randomBytes(32).toString('base64url');
}
