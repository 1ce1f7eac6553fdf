import { parse } from '@lukeed/ms';

import { SessionError } from '../session-error.ts';
import type { Duration } from './ng-session-options.ts';

/** The longest that a browser keeps a cookie is 400 days; timers and stores can do no more than this. */
const LONGEST = 2 ** 53 - 1;

/** Makes milliseconds of a duration: a whole number of 1 or more. */
export function parseDuration(name: string, value: Duration): number {
  const milliseconds = typeof value === 'string' ? parse(value) : value;
  if (milliseconds !== undefined && milliseconds >= 1 && milliseconds <= LONGEST) {
    return Math.round(milliseconds);
  }
  throw new SessionError(
    'invalid-config',
    `${name} must be milliseconds, or a text such as '30m', '2h', '30d'; it is ${JSON.stringify(value)}.`,
  );
}
