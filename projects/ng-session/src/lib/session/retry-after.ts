import { HttpErrorResponse } from '@angular/common/http';

/** Milliseconds that a server can make the session wait, at the most. */
export const LONGEST_WAIT = 300_000;

/**
 * Milliseconds to wait before the next try, as a 429 or 503 asks with `Retry-After` (seconds or a
 * date); 0 where nothing asks. Up to a tenth is added, so that not all clients come back at once.
 */
export function retryAfter(error: unknown, now: number, random = Math.random()): number {
  const header = error instanceof HttpErrorResponse ? error.headers.get('Retry-After') : null;
  if (!header) return 0;
  const seconds = Number(header);
  const wait = isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return wait > 0 ? Math.min(wait * (1 + random / 10), LONGEST_WAIT) : 0;
}

/**
 * Whether it is too soon to ask again. A longer wait than any server can ask for is what a clock that
 * was set back leaves behind.
 */
export function isTooSoon(retryAt: number, now: number): boolean {
  const wait = retryAt - now;
  return wait > 0 && wait <= LONGEST_WAIT;
}
