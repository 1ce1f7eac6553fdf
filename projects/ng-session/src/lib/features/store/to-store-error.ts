import { SessionError } from '../../config/session-error';

declare const ngDevMode: boolean | undefined;

/** What a store that failed means, in the words of this library. */
export function toStoreError(cause: unknown): SessionError {
  return cause instanceof SessionError
    ? cause
    : new SessionError(
        'store',
        ngDevMode &&
          'the store did not do what it was asked: it is blocked, full, or out of reach. The data is ' +
            'kept in memory, and it is tried again. Look at `cause`.',
        cause,
      );
}
