import type { HttpRequest, HttpResponse } from '@angular/common/http';
import type { SessionUser } from '../../config/session-user';
import type { TokenClaims } from './decode-token';

/** Where an app keeps the token by itself; each method may answer at once or with a promise. */
export interface TokenStorage {
  /** The token, or `null` for none. */
  get(): string | null | undefined | Promise<string | null | undefined>;
  /** Keeps the token in place of any other. */
  set(token: string): void | Promise<void>;
  /** Forgets it. */
  remove(): void | Promise<void>;
}

/** How a session is kept by a token. Every field has a default, so `withTokens()` alone works. */
export interface TokenOptions {
  /**
   * Where the token is: in the memory of the page; in the `sessionStorage` of the tab, or the
   * `localStorage` of all tabs, where every script of the page can read it; or in a place of yours.
   * Default: `memory`.
   */
  readonly storage?: 'memory' | 'session' | 'local' | TokenStorage;
  /** The key in a storage of the browser; two apps on one origin need two. Default: `ng-session.token`. */
  readonly name?: string;
  /**
   * Takes the token out of the answer to a sign-in. Default: the body if it is a string, or its
   * `access_token` or `token`.
   */
  readonly tokenFrom?: (response: HttpResponse<unknown>) => string;
  /**
   * Gives the token that a request carries, in place of that of the session; `null` for none. It runs
   * in an injection context, and the requests that it sends before it waits for anything get no token. At the
   * start of the page it is asked with `null`, where nothing is stored. A 401 to another token than that of the
   * session does not end the session.
   * Default: the token of the session.
   */
  readonly tokenGetter?: (
    request: HttpRequest<unknown> | null,
  ) => string | null | undefined | Promise<string | null | undefined>;
  /**
   * Makes the claims of the token the user, or `null` for nobody; no request is sent for one then.
   * Default: the user is fetched from `updateUrl`, with the token.
   */
  readonly user?: (claims: TokenClaims) => SessionUser | null;
  /** What stands before the token in the header; empty for nothing. Default: `Bearer`. */
  readonly scheme?: string;
  /**
   * The header that carries the token. A browser takes any other than `Authorization` along to another
   * origin, so with any other a request fails where the server redirects it. Default: `Authorization`.
   */
  readonly headerName?: string;
  /**
   * The only origins that get the token, besides the session's own requests. Default: those that get
   * credentials: the app's own, those of the session URLs, and `apiOrigins`.
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * Requests that get no token: a URL, whose query does not count, or a pattern for the URL of the request.
   * Default: none.
   */
  readonly disallowedRoutes?: readonly (string | RegExp)[];
  /** Whether a request to an allowed origin fails where there is no token. Default: `false`. */
  readonly throwNoTokenError?: boolean;
  /**
   * Gets a new token in place of one that ends; `null`, and any rejection that does not tell of the
   * network, says that the session is over. Where each tab has a token of its own, in `memory` or
   * `session`, it is also asked with `null`, when a tab has none. It runs in an injection context, and the
   * requests that it sends before it waits for anything get no token.
   * Default: none, and the session ends with its token.
   */
  readonly refresh?: (token: string | null) => Promise<string | null>;
  /**
   * How long before its end a token is refreshed: milliseconds, or `'60s'`; half-way at the earliest.
   * Default: `60s`.
   */
  readonly refreshAhead?: number | string;
  /**
   * How far the clock of this device may be from that of the server before the time at which a token was
   * issued corrects it: milliseconds, or `'30s'`. Default: `30s`.
   */
  readonly clockSkew?: number | string;
  /**
   * Whether the session's own requests send cookies too, as a refresh token in a cookie of an API on
   * another origin needs. Default: `false`.
   */
  readonly withCredentials?: boolean;
}
