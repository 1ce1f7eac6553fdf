import type { SessionUser } from './session-user';

/** What can be configured. Every field has a default, so `provideNgSession()` alone works. */
export interface NgSessionConfig {
  /** Where credentials are sent with POST. Default: `/api/users/sign-in`. */
  readonly signInUrl?: string;
  /** Where a sign-out is sent with POST. Default: `/api/users/sign-out`. */
  readonly signOutUrl?: string;
  /** Where the user is read with GET, and refetched by the server with PUT. Default: `/api/session`. */
  readonly updateUrl?: string;
  /** Prefix of the three URLs, such as `https://api.example.com`. Default: none. */
  readonly baseUrl?: string;
  /**
   * How long an answer is fresh: `false` reloads on each navigation, `true` keeps it for the life of
   * the app, a number (milliseconds) or a duration (`'30s'`, `'5m'`, `'1h'`) for that long.
   * Default: `false`.
   */
  readonly cache?: boolean | number | string;
  /**
   * More origins that get credentials, such as `https://files.example.com`. The origin of the app and
   * those of the URLs above always do. Default: none.
   */
  readonly apiOrigins?: readonly string[];
  /**
   * Turns the body of an answer into the user, or `null` for nobody; whatever it throws makes the
   * answer a bad one. What tells users apart must be in own properties, not in private fields. Default: a plain object is the user, anything else throws.
   */
  readonly parseUser?: (body: unknown) => SessionUser | null;
  /**
   * What makes two answers the same person. Where it gives nothing, only equal users are.
   * Default: `user => user.id`.
   */
  readonly identity?: (user: SessionUser) => unknown;
  /** The roles of a user: a string or strings; asked once for each user. Default: `user => user.roles`. */
  readonly roles?: (user: SessionUser) => unknown;
  /** Where guards send those who are not signed in. Default: `/sign-in`. */
  readonly signInPath?: string;
  /** Where guards send those who lack the role. Default: `/forbidden`. */
  readonly forbiddenPath?: string;
  /** The query parameter that carries the page asked for. Default: `returnUrl`. */
  readonly returnUrlParam?: string;
  /** Milliseconds that one session request may take. Default: `10000`. */
  readonly timeout?: number;
}
