import {
  type ApplicationConfig,
  inject,
  provideBrowserGlobalErrorListeners,
  provideEnvironmentInitializer,
} from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withInMemoryScrolling,
  withRouterConfig,
} from '@angular/router';

import { routes } from './app.routes';
import { EventLog } from './events/event-log';
import { focusHeadings } from './layout/focus-headings';
import { InterruptedNavigation } from './layout/interrupted-navigation';
import { PageTitle } from './layout/page-title';
import { RequestLog } from './requests/request-log';
import { provideDemoSession } from './session/provide-demo-session';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      // A click on the link of the current page asks again: for the session, and for a page that
      // could not be opened.
      withRouterConfig({ onSameUrlNavigation: 'reload' }),
    ),
    // The logs start before the session does, so that they miss nothing of it.
    provideEnvironmentInitializer(() => inject(RequestLog)),
    provideDemoSession(),
    provideEnvironmentInitializer(() => inject(EventLog)),
    provideEnvironmentInitializer(focusHeadings),
    provideEnvironmentInitializer(() => inject(InterruptedNavigation)),
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};
