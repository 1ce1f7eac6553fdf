import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two tokens are the same, in a time that does not tell how much of them is. */
export function isSameToken(expected: string | undefined, given: string | undefined): boolean {
  if (!expected || !given) return false;
  return timingSafeEqual(digest(expected), digest(given));
}

/** Digests have one length, which `timingSafeEqual` asks for. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
