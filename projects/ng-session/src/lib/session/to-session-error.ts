import { HttpErrorResponse } from '@angular/common/http';
import { SessionError } from '../config/session-error';

declare const ngDevMode: boolean | undefined;

/** What a failed request means, in the words of this library. */
export function toSessionError(cause: unknown): SessionError {
  if (cause instanceof SessionError) return cause;
  if (!(cause instanceof HttpErrorResponse) || String(cause.status).startsWith('2')) {
    return new SessionError(
      'invalid-response',
      ngDevMode && 'the answer could not be read as a user; look at `cause`.',
      cause,
    );
  }
  if (cause.status) {
    return new SessionError(
      'http',
      ngDevMode && `the server answered ${String(cause.status)}.`,
      cause,
    );
  }
  return (cause.error as Error | null)?.name === 'TimeoutError'
    ? new SessionError('timeout', ngDevMode && 'the server took longer than `timeout`.', cause)
    : new SessionError(
        'network',
        ngDevMode &&
          'the server was not reached: offline, a wrong `baseUrl`, or CORS that does not allow ' +
            'this origin with credentials.',
        cause,
      );
}
