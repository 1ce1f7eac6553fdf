import type { TokenLease } from './token-lease';

/** Who is here, as far as the page and the token can tell. */
export interface Person {
  /** Of the state, where somebody is signed in on this page: it changes with them. */
  readonly era: number | null;
  /** In a storage that tabs share, another tab changes it first. */
  readonly lease: Pick<TokenLease, 'claims'> | null;
}

/**
 * Whether what was begun for one person may go on with the token that is there now; `null` where theirs is
 * gone, so that it can only go as for anybody.
 */
export function isSamePerson(before: Person, now: Person): boolean | null {
  // While a sign-in is under way nobody is known yet, and its token is there already.
  if (before.era !== null && before.era !== now.era) return false;
  if (!before.lease) return true;
  return now.lease && now.lease.claims.sub === before.lease.claims.sub;
}
