import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';

import { EmptyState } from './layout/empty-state';
import { FlashNotification } from './layout/flash-notification';
import { Header } from './layout/header/header';
import { InterruptedNavigation } from './layout/interrupted-navigation';
import { PageRenewal } from './layout/page-renewal';
import { SessionBanner } from './layout/session-banner/session-banner';
import { SkipLink } from './layout/skip-link';
import { RequestsPanel } from './requests/requests-panel';

/** The frame around every page. */
@Component({
  selector: 'demo-root',
  imports: [
    EmptyState,
    FlashNotification,
    Header,
    RequestsPanel,
    RouterOutlet,
    SessionBanner,
    SkipLink,
  ],
  templateUrl: './app.html',
  styleUrl: './app.scss',
})
export class App {
  protected readonly interrupted = inject(InterruptedNavigation);
  protected readonly renewal = inject(PageRenewal);
}
