import { SessionError } from '../../config/session-error';

declare const ngDevMode: boolean | undefined;

/** What a store that does not answer means, in the words of this library. */
export function tooLate(milliseconds: number): SessionError {
  return new SessionError(
    'store',
    ngDevMode &&
      `the store did not answer within ${String(milliseconds)} ms. The data is kept in memory, and it is ` +
        'tried again. See that each promise of the store settles.',
  );
}
