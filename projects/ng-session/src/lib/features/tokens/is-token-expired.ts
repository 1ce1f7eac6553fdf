import { toMilliseconds } from '../../config/to-milliseconds';
import { getTokenExpirationDate } from './get-token-expiration-date';

/**
 * Whether a JWT has ended, or will have after the offset: milliseconds, or a duration such as `'30s'`. One
 * without an end never has; what is no JWT, or not there, always has.
 *
 * ```ts
 * if (isTokenExpired(token, '1m')) …
 * ```
 */
export function isTokenExpired(
  token: string | null | undefined,
  offset: number | string = 0,
): boolean {
  try {
    const end = getTokenExpirationDate(token ?? '');
    // In this order, so that an offset that is none is a yes.
    return end !== null && !(+end > Date.now() + toMilliseconds(offset));
  } catch {
    return true;
  }
}
