import { Component, computed, inject } from '@angular/core';
import { SessionService } from 'ng-session';

// #region banner
/** Says that nobody knows who is signed in, or that what is shown may be out of date. */
@Component({
  selector: 'shop-session-banner',
  template: `
    <div role="status">
      @if (message(); as text) {
        <p>
          {{ text }}
          <button type="button" [disabled]="session.isRefreshing()" (click)="retry()">
            Try again
          </button>
        </p>
      }
    </div>
  `,
})
export class SessionBanner {
  protected readonly session = inject(SessionService);

  protected readonly message = computed(() => {
    if (this.session.status() === 'error') return 'The server could not be reached.';
    if (this.session.stale()) return 'You may be offline. This is what was last known.';
    return null;
  });

  protected retry(): void {
    // A failure is in `session.stale()` and `session.error()`, and so in this banner.
    this.session.update().catch(() => undefined);
  }
}
// #endregion banner
