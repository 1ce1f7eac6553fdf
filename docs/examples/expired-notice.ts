import { Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SessionService } from 'ng-session';

// #region notice
@Component({
  selector: 'shop-expired-notice',
  template: `
    <div role="status">
      @if (hasExpired()) {
        <p>Your session has ended. Sign in again to go on.</p>
      }
    </div>
  `,
})
export class ExpiredNotice {
  protected readonly hasExpired = signal(false);

  constructor() {
    inject(SessionService)
      .events.pipe(takeUntilDestroyed())
      .subscribe(({ type }) => {
        if (type === 'tokenHasExpired') this.hasExpired.set(true);
        else if (type === 'signedIn') this.hasExpired.set(false);
      });
  }
}
// #endregion notice
