import type { Injector } from '@angular/core';
import { DevWarnings } from '../../config/dev-warnings';

/** Warns that a guard leads to the page that it guards; the state is what the router gave the guard. */
export function warnOfCircle(injector: Injector, path: string, state: unknown): void {
  // With segments it is `canMatch`: the next route is tried, which may well be the page itself.
  if (Array.isArray(state)) return;
  injector
    .get(DevWarnings)
    .warn(
      'page-guarded',
      `a guard of this library leads to ${path}, and stands before that page too: nobody got in.\n` +
        `Take the guard off the route of ${path} and off the routes above it; a sign-in page may have ` +
        '`guestGuard`. If the page has no route of its own yet, and `**` or an empty path leads away from ' +
        'it, add the route.',
    );
}
