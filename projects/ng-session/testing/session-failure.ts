import { HttpErrorResponse } from '@angular/common/http';
import { SessionError } from 'ng-session';

/**
 * What can go wrong with a request of the session: no connection, no answer in time, a status from
 * 400 to 599, or the very error that the request fails with.
 */
export type SessionFailure = 'network' | 'timeout' | number | HttpErrorResponse | SessionError;

/** The error that a request fails with; `null` for what is no failure. */
export function toFailure(value: unknown): HttpErrorResponse | SessionError | null {
  if (value instanceof HttpErrorResponse || value instanceof SessionError) return value;
  // As Angular reports them: without a status, and with what the browser said.
  if (value === 'network') return response(0, new TypeError('Failed to fetch'));
  if (value === 'timeout') return response(0, new DOMException('Timed out', 'TimeoutError'));
  return typeof value === 'number' && value >= 400 && value < 600 ? response(value) : null;
}

function response(status: number, error: unknown = null): HttpErrorResponse {
  return new HttpErrorResponse({ status, error });
}
