import type { SessionUser, TokenClaims } from 'ng-session';

/** Is in every token of the specs, and must be nowhere else. */
export const CANARY = 'canary7f3a';

/** Seconds since 1970. */
export function inSeconds(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

/** A token that says this; by default, one that lasts for five minutes. */
export function tokenOf(claims: TokenClaims = {}): string {
  const all = { iat: inSeconds(0), exp: inSeconds(300), ...claims };
  return ['{"alg":"none"}', JSON.stringify(all), `the signature of ${CANARY}`]
    .map(encode)
    .join('.');
}

/** A token for this user, who is in its claims. */
export function tokenFor(user: SessionUser, claims: TokenClaims = {}): string {
  return tokenOf({ sub: String(user.id), user, ...claims });
}

/** The user of `tokenFor`. */
export function userIn(claims: TokenClaims): SessionUser {
  return claims['user'] as SessionUser;
}

function encode(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
