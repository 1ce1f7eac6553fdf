import { Component, computed, inject } from '@angular/core';
import { SessionService } from 'ng-session';

// #region notice
/** Says that what is kept here will not survive the page, while that is so. */
@Component({
  selector: 'shop-store-notice',
  template: `
    <div role="status">
      @if (isInMemoryOnly()) {
        <p>Your changes could not be saved. They last until you close this page.</p>
      }
    </div>
  `,
})
export class StoreNotice {
  readonly #session = inject(SessionService);
  protected readonly isInMemoryOnly = computed(() => this.#session.error()?.code === 'store');
}
// #endregion notice
