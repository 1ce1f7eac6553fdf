import { jwtDecode } from 'ng-session/jwt';
import { isPlainObject } from '../../config/is-plain-object';
import { SessionError } from '../../config/session-error';

declare const ngDevMode: boolean | undefined;

/** What a token says: the registered claims, and those of your server. Nobody has checked them. */
export interface TokenClaims {
  /** Who has made it. */
  readonly iss?: string;
  /** Whom it is about. */
  readonly sub?: string;
  /** Whom it is for. */
  readonly aud?: string | readonly string[];
  /** Seconds since 1970 at which the token ends. */
  readonly exp?: number;
  /** Seconds since 1970 from which on it counts. */
  readonly nbf?: number;
  /** Seconds since 1970 at which it was issued. */
  readonly iat?: number;
  /** Its own name. */
  readonly jti?: string;
  /** Claims of your server. */
  readonly [claim: string]: unknown;
}

/**
 * Reads the claims of a JWT. It does not check the signature: only the server can tell whether they are true.
 *
 * ```ts
 * const { sub } = decodeToken(token);
 * ```
 *
 * @throws SessionError `invalid-token` for what is no JWT; the message holds nothing of it.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what the caller knows of its server
export function decodeToken<Claims extends object = TokenClaims>(token: string): Claims {
  try {
    const claims = SHAPE.test(token) && jwtDecode<Claims>(token);
    if (isPlainObject(claims)) return claims;
  } catch {
    // Its message quotes what is in the token, which must not come into a log.
  }
  throw new SessionError(
    'invalid-token',
    ngDevMode &&
      'this is no JWT: three parts with dots between, of which the second is a JSON object. See that ' +
        '`tokenFrom`, or what you give to `authenticate`, is the token itself.',
  );
}

/** What a header can carry: a browser quotes the rest, when it refuses it. */
const SHAPE = /^[\w+/=-]+\.[\w+/=-]+\.[\w+/=-]*$/;
