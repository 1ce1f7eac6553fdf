import { HttpErrorResponse } from '@angular/common/http';
import { SessionError } from '../../config/session-error';

/** Whether a failure tells of the network, or of a server that is not well, and of no session that is over. */
export function isPassing(error: unknown): boolean {
  if (error instanceof HttpErrorResponse) {
    return !error.status || error.status === 408 || error.status === 429 || error.status >= 500;
  }
  if (error instanceof SessionError) return error.code === 'timeout';
  // As `fetch` fails without a network, and when it is aborted.
  return error instanceof TypeError || error instanceof DOMException;
}
