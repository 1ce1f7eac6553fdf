import { provideHttpClient, withInterceptors } from '@angular/common/http';
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
import { credentialsInterceptor, provideNgSession, unauthorizedInterceptor } from 'ng-session';

import { routes } from './app.routes';
import { cacheOption } from './cache/cache-mode';
import { EventLog } from './events/event-log';
import { focusHeadings } from './layout/focus-headings';
import { InterruptedNavigation } from './layout/interrupted-navigation';
import { PageTitle } from './layout/page-title';
import { RequestLog } from './requests/request-log';
import { logRequests } from './requests/log-requests';
import { withDemoStores } from './store/store-settings';

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
    provideHttpClient(
      withInterceptors([logRequests, credentialsInterceptor, unauthorizedInterceptor]),
    ),
    // The logs start before the session does, so that they miss nothing of it.
    provideEnvironmentInitializer(() => inject(RequestLog)),
    provideNgSession({ baseUrl: DEMO_API_URL, cache: cacheOption() }, withDemoStores()),
    provideEnvironmentInitializer(() => inject(EventLog)),
    provideEnvironmentInitializer(focusHeadings),
    provideEnvironmentInitializer(() => inject(InterruptedNavigation)),
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};
