import type { TokenClaims } from './decode-token';

/** A token, and for how long it lasts by the clock of this device. */
export interface TokenLease {
  readonly token: string;
  readonly claims: TokenClaims;
  /** Milliseconds since 1970; `Infinity` where no clock can tell. */
  readonly expiresAt: number;
  /** When it is time for another one. */
  readonly refreshAt: number;
  /** Milliseconds by which the clock of this device is ahead; `Infinity` where it is wrong by who knows what. */
  readonly clockAhead: number;
}

export interface LeaseRules {
  /** Milliseconds before its end at which a token is due. */
  readonly refreshAhead: number;
  /** Milliseconds by which two clocks may differ. */
  readonly clockSkew: number;
}

/** How old a token may be, and what is known of the clock. */
interface Circumstances extends LeaseRules {
  /** Whether the server has made the token just now, for this page. */
  readonly isNew: boolean;
  /** What the last new token has told of the clock; 0 before. */
  readonly clockAhead: number;
}

/**
 * Reckons how long a token lasts. The time at which one that `isNew` was issued tells how far the clock of
 * this device is off. Any other token may be old: the clock is reckoned as the last new one has told, and the
 * time of issue counts only where it lies ahead even so. A new one that is over all the same proves the clock
 * wrong: then the server has to say so.
 */
export function leaseOf(
  token: string,
  claims: TokenClaims,
  now: number,
  circumstances: Circumstances,
): TokenLease {
  const { refreshAhead, isNew } = circumstances;
  const ahead = clockAheadBy(now - toTime(claims.iat), circumstances);
  const end = toTime(claims.exp) + ahead;
  const isWrong = isNew && end <= now;
  const expiresAt = isNaN(end) || isWrong ? Infinity : end;
  // Of a token that is shorter than `refreshAhead` half has to pass, or each would call for the next at once.
  const early = Math.min(refreshAhead, (expiresAt - now) / 2);
  const clockAhead = isWrong ? Infinity : ahead;
  return { token, claims, expiresAt, refreshAt: expiresAt - early, clockAhead };
}

/** By how much the clock is ahead, where a token was issued so long ago by it: `NaN` for one that does not say. */
function clockAheadBy(issued: number, { clockSkew, isNew, clockAhead }: Circumstances): number {
  const isTelling = isNew ? Math.abs(issued) > clockSkew : clockAhead - issued > clockSkew;
  if (isTelling) return issued;
  return isNew && !isNaN(issued) ? 0 : clockAhead;
}

function toTime(seconds: unknown): number {
  return typeof seconds === 'number' ? seconds * 1000 : NaN;
}
