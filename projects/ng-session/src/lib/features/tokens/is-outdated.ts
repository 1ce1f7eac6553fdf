import { isSameSubject } from './is-same-subject';
import type { TokenLease } from './token-lease';
import type { TokenChange } from './token-vault';

/**
 * Whether what was asked with the token of before tells nothing of who is here by now; `null` where no token
 * says whose it is, and this page has got it itself.
 */
export function isOutdated(
  { before, isFound }: Pick<TokenChange, 'before' | 'isFound'>,
  lease: Pick<TokenLease, 'claims'> | null,
): boolean | null {
  // What this page does itself outdates by itself what is under way; what another tab does, nothing else.
  if (!before || !lease) return isFound;
  const isSame = isSameSubject(before.claims, lease.claims);
  // Of another tab it may be anybody's.
  return isSame === null ? isFound || null : !isSame;
}
