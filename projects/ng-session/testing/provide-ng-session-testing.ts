import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import {
  type NgSessionFeature,
  SessionBackend,
  SessionData,
  type SessionUser,
  provideNgSession,
  ɵSessionState,
  ɵanswered,
} from 'ng-session';
import { type NgSessionTestingOptions, resolveOptions } from './ng-session-testing-options';
import { SessionTestingController } from './session-testing-controller';
import { TestingBackend } from './testing-backend';

/**
 * Sets up a session for tests, in place of `provideNgSession`. The service, the guards, `*hasRole`
 * and the interceptors are the real ones; only the server is not. No HTTP, no timers, any test runner.
 *
 * ```ts
 * TestBed.configureTestingModule({ providers: [provideNgSessionTesting({ user: ada })] });
 *
 * expect(TestBed.inject(SessionService).user()).toEqual(ada);
 * TestBed.inject(SessionTestingController).signOut();
 * ```
 *
 * Features of the app, such as `withStore()`, are the real ones too, with the timers and channels that they have.
 *
 * @throws SessionError `invalid-config` for options that contradict each other, or for a feature that is given twice.
 */
export function provideNgSessionTesting(
  options: NgSessionTestingOptions = {},
  ...features: NgSessionFeature[]
): EnvironmentProviders {
  const resolved = resolveOptions(options);
  return makeEnvironmentProviders([
    provideNgSession({ ...resolved.config, parseUser: (user) => user as SessionUser }, ...features),
    TestingBackend,
    // After the features, one of which has a backend too.
    { provide: SessionBackend, useExisting: TestingBackend },
    SessionTestingController,
    provideEnvironmentInitializer(() => {
      begin(resolved);
    }),
  ]);
}

/** Lets the session be as it is said to, before anything can read it. */
function begin({ user, status, data }: Required<NgSessionTestingOptions>): void {
  const values = inject(SessionData);
  if (status === 'authenticated' || status === 'unauthenticated') {
    inject(ɵSessionState).become(ɵanswered(user, new Date()), 'server');
    inject(TestingBackend).change({ user });
  }
  for (const [key, value] of Object.entries(data)) values.put([key], value);
  // Only now: what it was at the beginning is no event.
  const controller = inject(SessionTestingController);
  if (status === 'error') controller.fail('network');
}
