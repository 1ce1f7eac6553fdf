import { HttpErrorResponse } from '@angular/common/http';
import { SessionError } from 'ng-session';

import { sessionErrorWords } from './session-error-words';

/** Says in a sentence what went wrong; the server's own words come first. */
export function describeError(error: unknown): string {
  if (error instanceof SessionError) return sessionErrorWords(error);
  if (!(error instanceof HttpErrorResponse)) return 'Something went wrong.';
  if (error.status === 0) return 'The server could not be reached.';
  if (error.status === 429) return tooMany(error.headers.get('Retry-After'));
  return ownWords(error.error) ?? `The server answered ${error.status}.`;
}

/** Our server's errors are `{ "error": "…" }`. */
function ownWords(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  return typeof body.error === 'string' ? body.error : null;
}

function tooMany(retryAfter: string | null): string {
  const seconds = Number(retryAfter);
  if (!(seconds > 0)) return 'Too many attempts. Try again later.';
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return `Too many attempts. Try again in ${wait}.`;
}
