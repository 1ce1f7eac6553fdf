import { decodeToken, getTokenExpirationDate, isTokenExpired } from 'ng-session';

// #region read
/** Says in a line what is in a token, for a page that helps to find faults. */
export function describeToken(token: string): string {
  if (isTokenExpired(token, '1m')) return 'It is over, or will be within a minute.';
  const { sub = 'nobody' } = decodeToken(token);
  return `It is for ${sub}, until ${getTokenExpirationDate(token)?.toISOString() ?? 'further notice'}.`;
}
// #endregion read
