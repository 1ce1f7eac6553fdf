import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SessionService } from 'ng-session';

import { Icon } from '../../icons/icon';
import { sessionErrorWords } from '../../server/session-error-words';

/** Says that what is shown may be out of date, or that nobody knows who is signed in. */
@Component({
  selector: 'demo-session-banner',
  imports: [Icon, MatButton],
  templateUrl: './session-banner.html',
  styleUrl: './session-banner.scss',
})
export class SessionBanner {
  protected readonly session = inject(SessionService);
  protected readonly words = sessionErrorWords;

  protected readonly message = computed(() => {
    if (this.session.status() === 'error') return 'It is not known who is signed in.';
    if (this.session.stale()) return 'This may be out of date.';
    return null;
  });

  protected retry(): void {
    // A failure is in `session.error()`, which this banner shows.
    this.session.update().catch(() => undefined);
  }
}
