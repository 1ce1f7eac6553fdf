import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SessionService } from 'ng-session';

import { Header } from './header';
import { SessionBanner } from './session-banner';

// #region app
@Component({
  selector: 'shop-root',
  imports: [Header, RouterOutlet, SessionBanner],
  template: `
    <shop-header />
    <shop-session-banner />
    <router-outlet />
  `,
  host: { '(window:focus)': 'session.resolve()' },
})
export class App {
  protected readonly session = inject(SessionService);
}
// #endregion app
