import type { Store } from 'express-session';
import type { HelmetOptions } from 'helmet';

import type { SessionUser, UserId } from '../session-user.ts';
import type { SessionStoreFactory } from '../stores/session-store.ts';

/** Milliseconds, or a text such as `'30m'`, `'2h'`, `'30d'`. */
export type Duration = number | string;

/** What a person signs in with, unless `parseSignIn` says otherwise. */
export interface EmailAndPassword {
  readonly email: string;
  readonly password: string;
}

/**
 * How many sign-ins may fail before the next ones are refused, with 429. One that is under way counts as well,
 * until it has succeeded: guesses that are sent all at once get no further than the others.
 */
export interface SignInLimits {
  /** How long a failure counts. Default: 15 minutes. */
  readonly window?: Duration;
  /**
   * Failures of one address, whatever the account. Where many people share an address, such as an office, more
   * than will sign in at the same moment. Default: 20.
   */
  readonly perAddress?: number;
  /** Failures of one account, whatever the address. Default: 10. */
  readonly perAccount?: number;
}

/** What may be said about the session cookie. It is always `HttpOnly`. */
export interface SessionCookieOptions {
  /**
   * `none` where the app is of another site than the API, not just of another origin. Default: `lax`.
   */
  readonly sameSite?: 'lax' | 'strict' | 'none';
  /** Default: in production only. `__Host-` is put before the name of a cookie that is secure. */
  readonly secure?: boolean;
}

/** What `ngSession()` is told. */
export interface NgSessionOptions<Credentials = EmailAndPassword> {
  /**
   * Signs the session cookie: 32 characters or more, that nobody else knows. Of several, the first one signs
   * and all of them verify, so that secrets can be replaced while people are signed in. Needed in production,
   * and for `stores.redis()` and `stores.cookie()`. Default: one at random for each call of `ngSession()`, so
   * that sessions end when the process restarts.
   */
  readonly secret?: string | readonly string[] | undefined;
  /** Where sessions are kept: one of `stores`, or any store of `express-session`. Default: memory. */
  readonly store?: SessionStoreFactory | Store;
  /** How long a session lasts without a request. Default: 2 hours. */
  readonly age?: Duration;
  /** How long a session lasts at most, however busy. Default: without end. */
  readonly absoluteAge?: Duration;
  /** Whether the cookie ends with the browser. Default: `false`. */
  readonly clearWithBrowser?: boolean;
  /** The name of the session cookie. Default: `sid`. */
  readonly cookieName?: string;
  readonly cookie?: SessionCookieOptions;
  /** The exact origins of the apps that may use the API, such as `https://app.example.com`. */
  readonly origins: readonly string[];
  /**
   * Headers that these apps may send to another origin besides `Content-Type`, `X-Requested-With` and
   * `X-XSRF-TOKEN`, such as `['Authorization']`. Default: none.
   */
  readonly allowedHeaders?: readonly string[];
  /** Where the routes begin. Default: `/api`. */
  readonly prefix?: string;
  /**
   * Who these credentials belong to; `null` for nobody. An unknown account should take as long as a known one.
   * `revokeAll` in it would refuse this very sign-in: that belongs right before a `startSession` of your own.
   */
  readonly signIn: (credentials: Credentials) => Promise<SessionUser | null> | SessionUser | null;
  /** The user with this id, as the database knows them now; `null` for one who is gone. Asked at each request. */
  readonly findUser: (id: UserId) => Promise<SessionUser | null> | SessionUser | null;
  /**
   * Makes credentials of the body of a sign-in, and throws `InvalidInput` for what is none. Default: `email`
   * and `password`, both texts of up to 254 characters.
   */
  readonly parseSignIn?: (body: unknown) => Credentials;
  /**
   * Names the account of credentials, to count failures. Default: the email, in small letters. Needed where
   * `parseSignIn` makes credentials without one.
   */
  readonly account?: (credentials: Credentials) => string;
  /** What tells one user from another. Default: `user.id`. */
  readonly identity?: (user: SessionUser) => UserId;
  /** A role or roles. Default: `user.roles`. */
  readonly roles?: (user: SessionUser) => unknown;
  /** What the app greets a person with who has signed in: flash messages. Default: none. */
  readonly flashOnSignIn?: (user: SessionUser) => Readonly<Record<string, unknown>>;
  readonly signInLimits?: SignInLimits;
  /** The largest session data that a client may put, in bytes. Default: 16 KiB. */
  readonly dataLimit?: number;
  /**
   * Requests that do not keep a session alive and must not change it, such as those that ask again and
   * again. Default: none.
   */
  readonly readOnly?: (request: RequestLine) => boolean;
  /** `false`: nobody is signed in, and nothing is kept. Default: `true`. */
  readonly enabled?: boolean;
  /** The headers that `helmet` sets; `false` for none. Default: its own. */
  readonly headers?: HelmetOptions | false;
  /** Takes a line for each failure; secrets are never in it. Default: `console.error`. */
  readonly log?: (line: string) => void;
  /** Whether to be as strict as in production. Default: unless `NODE_ENV` is `development`, `test` or not set. */
  readonly production?: boolean;
}

/** What a request says before its body. */
export interface RequestLine {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}
