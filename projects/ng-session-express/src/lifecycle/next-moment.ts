/** The smallest step: a part of a millisecond that a number of today still holds. */
const STEP = 2 ** -10;

let last = 0;

/**
 * Returns the time in milliseconds since 1970, later than each that this process was told before: of a
 * sign-in and a revocation within one millisecond, it says which was first.
 */
export function nextMoment(): number {
  last = Math.max(Date.now(), last + STEP);
  return last;
}
