import { decodeToken } from './decode-token';

/**
 * When a JWT ends; `null` where it does not say so in a way that a clock knows.
 * @throws SessionError `invalid-token` for what is no JWT.
 */
export function getTokenExpirationDate(token: string): Date | null {
  const { exp } = decodeToken(token);
  const date = new Date(typeof exp === 'number' ? exp * 1000 : NaN);
  return isNaN(+date) ? null : date;
}
