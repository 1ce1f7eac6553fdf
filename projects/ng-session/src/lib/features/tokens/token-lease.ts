import type { TokenClaims } from './decode-token';

/** A token, and for how long it lasts by the clock of this device. */
export interface TokenLease {
  readonly token: string;
  readonly claims: TokenClaims;
  /** Milliseconds since 1970; `Infinity` where no clock can tell. */
  readonly expiresAt: number;
  /** When it is time for another one. */
  readonly refreshAt: number;
}

export interface LeaseRules {
  /** Milliseconds before its end at which a token is due. */
  readonly refreshAhead: number;
  /** Milliseconds by which two clocks may differ. */
  readonly clockSkew: number;
}

/**
 * Reckons how long a token lasts. The server has just now made one that `isNew`, so the time at which it
 * was issued tells how far the clock of this device is off; of any other token it only tells so when it
 * lies ahead. A new one that is over all the same proves the clock wrong: then the server has to say so.
 */
export function leaseOf(
  token: string,
  claims: TokenClaims,
  now: number,
  { refreshAhead, clockSkew, isNew }: LeaseRules & { readonly isNew: boolean },
): TokenLease {
  const issued = now - toTime(claims.iat);
  const isOff = isNew ? Math.abs(issued) > clockSkew : issued < -clockSkew;
  const end = toTime(claims.exp) + (isOff ? issued : 0);
  const expiresAt = isNaN(end) || (isNew && end <= now) ? Infinity : end;
  // Of a token that is shorter than `refreshAhead` half has to pass, or each would call for the next at once.
  const ahead = Math.min(refreshAhead, (expiresAt - now) / 2);
  return { token, claims, expiresAt, refreshAt: expiresAt - ahead };
}

function toTime(seconds: unknown): number {
  return typeof seconds === 'number' ? seconds * 1000 : NaN;
}
