import { Component } from '@angular/core';
import { FlashMessage } from 'ng-session';

// #region notification
/** Shows what the page before had to say. It stands beside the router outlet. */
@Component({
  selector: 'shop-notification',
  imports: [FlashMessage],
  template: `
    <div role="status">
      <p *flashMessage="'notification'; let notification" [class]="notification.type">
        {{ notification.message }}
      </p>
    </div>
  `,
})
export class Notification {}
// #endregion notification
