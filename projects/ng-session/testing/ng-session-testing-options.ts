import {
  type NgSessionConfig,
  SessionError,
  type SessionStatus,
  type SessionUser,
  type SessionValues,
} from 'ng-session';
import { isUser } from './is-user';

/** How the session begins in a test. */
export interface NgSessionTestingOptions {
  /** Who is signed in, from the first moment on. Default: nobody. */
  readonly user?: SessionUser | null;
  /**
   * What is known at the beginning: `loading` lasts until the controller says who is signed in,
   * `error` is a server that can not be reached. Default: `authenticated` with a user, else
   * `unauthenticated`.
   */
  readonly status?: SessionStatus;
  /** The session data at the beginning. Default: none. */
  readonly data?: Partial<SessionValues> & Readonly<Record<string, unknown>>;
  /**
   * The configuration of the app, as `provideNgSession` takes it. `parseUser` is not asked: a test
   * gives users as the app sees them.
   */
  readonly config?: NgSessionConfig;
}

/** The options with their defaults. @throws SessionError `invalid-config` for what contradicts itself. */
export function resolveOptions({
  user = null,
  status = user ? 'authenticated' : 'unauthenticated',
  data = {},
  config = {},
}: NgSessionTestingOptions): Required<NgSessionTestingOptions> {
  if (user !== null && !isUser(user)) {
    throw invalidOption(`user must be an object, or null for nobody; it is ${String(user)}`);
  }
  if (!STATUSES.includes(status)) {
    throw invalidOption(`status must be one of ${STATUSES.join(', ')}; it is ${status}`);
  }
  if (user && status !== 'authenticated') {
    throw invalidOption(
      `status can not be ${status} with a user; leave one of the two out. For a user whose ` +
        'refresh failed, give the user and call `fail()` of SessionTestingController',
    );
  }
  if (!user && status === 'authenticated') {
    throw invalidOption('status can not be authenticated without a user; give the user');
  }
  if (Object.hasOwn(data, 'user')) {
    throw invalidOption('data can not hold the user; give it as `user`');
  }
  return { user, status, data, config };
}

const STATUSES: readonly SessionStatus[] = ['loading', 'authenticated', 'unauthenticated', 'error'];

function invalidOption(rule: string): SessionError {
  return new SessionError('invalid-config', `provideNgSessionTesting: ${rule}.`);
}
