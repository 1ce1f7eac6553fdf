import type { SessionUser } from 'ng-session';

/** Whether the value can stand for a user: an object that is neither a list nor an error. */
export function isUser(value: unknown): value is SessionUser {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Error)
  );
}
