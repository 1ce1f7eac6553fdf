import { SessionError } from 'ng-session';
import { provideNgSessionTesting } from 'ng-session/testing';
import { ADA } from '../spec/set-up';

describe('options of provideNgSessionTesting that can not be', () => {
  const rows: readonly [name: string, options: object, says: string][] = [
    ['a name for a user', { user: 'Ada' }, 'user must be an object'],
    ['a list for a user', { user: [ADA] }, 'user must be an object'],
    ['an unknown status', { status: 'signedIn' }, 'loading, authenticated, unauthenticated, error'],
    ['a user and nobody', { user: ADA, status: 'unauthenticated' }, 'leave one of the two out'],
    ['a user before the answer', { user: ADA, status: 'loading' }, 'leave one of the two out'],
    ['a user without an answer', { user: ADA, status: 'error' }, 'call `fail()`'],
    ['signed in as nobody', { status: 'authenticated' }, 'give the user'],
    ['signed in as null', { user: null, status: 'authenticated' }, 'give the user'],
    ['the user among the data', { data: { user: ADA } }, 'give it as `user`'],
    ['a wrong configuration', { config: { cache: 'soon' } }, 'cache must be'],
  ];
  for (const [name, options, says] of rows) {
    it(name, () => {
      expect(() => provideNgSessionTesting(options)).toThrowMatching(
        (error: unknown) =>
          error instanceof SessionError &&
          error.code === 'invalid-config' &&
          error.message.includes(says),
      );
    });
  }
});
