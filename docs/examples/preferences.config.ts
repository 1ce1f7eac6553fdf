import type { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { provideNgSession, withStore } from 'ng-session';

import { routes } from './app.routes';
import { browserPreferences } from './preferences';
import { preferencesStore } from './preferences-store';

// #region config
export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes),
    provideNgSession({}, withStore(preferencesStore(browserPreferences), { age: '30 days' })),
  ],
};
// #endregion config
