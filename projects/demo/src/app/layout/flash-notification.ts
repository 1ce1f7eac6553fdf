import { Component } from '@angular/core';
import { FlashMessage } from 'ng-session';

import { Icon } from '../icons/icon';

/** What the page before, or the server, has left to say; gone with the next navigation. */
@Component({
  selector: 'demo-flash-notification',
  imports: [FlashMessage, Icon],
  template: `
    <div role="status">
      <p
        *flashMessage="'notification'; let notification"
        class="notification"
        [class.success]="notification.type === 'success'"
        data-testid="flash-notification"
      >
        <demo-icon [name]="notification.type === 'success' ? 'check' : 'user'" />
        {{ notification.message }}
      </p>
    </div>
  `,
  styles: `
    .notification {
      display: flex;
      align-items: center;
      gap: 0.75rem;
      margin: 0;
      padding: 0.75rem var(--page-edge);
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
      font: var(--mat-sys-body-medium);
      overflow-wrap: anywhere;
    }

    .success {
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
  `,
})
export class FlashNotification {}
