import { parse } from '@lukeed/ms';

/** Returns milliseconds for themselves or for a duration such as `'5m'`; `NaN` for what is neither. */
export function toMilliseconds(duration: unknown): number {
  if (typeof duration === 'number') return duration;
  return typeof duration === 'string' ? (parse(duration) ?? NaN) : NaN;
}
