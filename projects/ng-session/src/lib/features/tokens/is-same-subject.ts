import type { TokenClaims } from './decode-token';

/** Whether two tokens are of one person; `null` where neither of them says whose it is. */
export function isSameSubject({ sub }: TokenClaims, { sub: other }: TokenClaims): boolean | null {
  return sub === undefined && other === undefined ? null : sub === other;
}
