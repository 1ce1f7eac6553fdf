import { provideHttpClient, withInterceptors } from '@angular/common/http';
import type { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { credentialsInterceptor, provideNgSession, unauthorizedInterceptor } from 'ng-session';

import { routes } from './app.routes';

// #region config
export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes),
    provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor])),
    provideNgSession({ baseUrl: 'https://api.example.com', cache: '5m' }),
  ],
};
// #endregion config
