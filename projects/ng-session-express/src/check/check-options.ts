import type { JsonObject } from '../json.ts';

/** What to check, and as whom. */
export interface CheckOptions {
  /** Where the backend is; the paths below come after it. */
  readonly url: string;
  /** The origin of the Angular app. Default: that of the URL, as if both were one. */
  readonly origin?: string | undefined;
  /** What the app sends to sign in. Without it, only what needs no account is checked. */
  readonly signIn?: JsonObject | undefined;
  /** What is refused as a sign-in. Default: `signIn` with another password. */
  readonly wrongSignIn?: JsonObject | undefined;
  /** Default: `/api/users/sign-in`. */
  readonly signInUrl?: string | undefined;
  /** Default: `/api/users/sign-out`. */
  readonly signOutUrl?: string | undefined;
  /** Default: `/api/session`. */
  readonly updateUrl?: string | undefined;
  /** Default: `/api/session/data`. */
  readonly dataUrl?: string | undefined;
  /** For each request: milliseconds or a duration such as `'5s'`. Default: 5 seconds. */
  readonly timeout?: number | string | undefined;
  /** Whether to try wrong passwords until they are limited, which locks the account for a while. */
  readonly limits?: boolean | undefined;
}
