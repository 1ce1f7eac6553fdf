import { type Injector, untracked } from '@angular/core';
import { DevWarnings } from '../../config/dev-warnings';
import type { SessionService } from '../../session/session-service';

/** Warns that a guard has to refuse everybody, because the server never said who is signed in. */
export function warnOfUnknown(injector: Injector, session: SessionService): void {
  const error = untracked(session.error);
  if (untracked(session.status) !== 'error' || !error) return;
  injector
    .get(DevWarnings)
    .warn(
      'session-unknown',
      `the session could not be read, so the guards let nobody in, not even to the sign-in page.\n` +
        `${error.message}\n` +
        'Is the API running? With `ng serve`, is it passed on by a proxy, or named by `baseUrl`? A ' +
        'development server answers with its own page what nobody else does.',
    );
}
