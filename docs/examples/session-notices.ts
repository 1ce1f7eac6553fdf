import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SessionService } from 'ng-session';

// #region notices
/** Says why somebody is suddenly at the sign-in page. */
@Injectable({ providedIn: 'root' })
export class SessionNotices {
  readonly message = signal('');

  constructor() {
    inject(SessionService)
      .events.pipe(takeUntilDestroyed(inject(DestroyRef)))
      .subscribe(({ type }) => {
        if (type === 'unauthorized') this.message.set('Your session has ended. Sign in again.');
        if (type === 'signedIn') this.message.set('');
      });
  }
}
// #endregion notices
