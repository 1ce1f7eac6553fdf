import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, inject } from '@angular/core';
import { provideRouter } from '@angular/router';
import {
  provideNgSession,
  tokenInterceptor,
  unauthorizedInterceptor,
  withTokens,
} from 'ng-session';
import { firstValueFrom, map } from 'rxjs';

import { routes } from './app.routes';

// #region refresh
/** Asks for another token. What says that it may is a cookie that no script can read. */
export function renew(): Promise<string | null> {
  return firstValueFrom(
    inject(HttpClient)
      .post<{ token: string } | null>('https://api.example.com/api/token', null, {
        withCredentials: true,
      })
      // No body, as of a 204: the session is over.
      .pipe(map((answer) => answer?.token ?? null)),
  );
}
// #endregion refresh

// #region config
export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes),
    provideHttpClient(withInterceptors([unauthorizedInterceptor, tokenInterceptor])),
    provideNgSession(
      { baseUrl: 'https://api.example.com', cache: '5m' },
      withTokens({ refresh: renew, withCredentials: true }),
    ),
  ],
};
// #endregion config
