import { provideHttpClient, withInterceptors } from '@angular/common/http';
import type { EnvironmentProviders } from '@angular/core';
import {
  credentialsInterceptor,
  provideNgSession,
  tokenInterceptor,
  unauthorizedInterceptor,
  withTabSync,
  withTokens,
} from 'ng-session';

import { cacheOption } from '../cache/cache-mode';
import { logRequests } from '../requests/log-requests';
import { withDemoStores } from '../store/store-settings';
import { renewToken } from './renew-token';
import { readSessionSettings, saveSessionSettings } from './session-settings';

/** The session by a cookie or by a token, as the settings say; all else is the same. */
export function provideDemoSession(): EnvironmentProviders[] {
  const settings = readSessionSettings();
  saveSessionSettings(settings);
  const cache = cacheOption();
  // Tabs that keep the session in different ways have nothing to tell each other.
  const features = [withDemoStores(), withTabSync({ name: `demo.${settings.use}` })];

  if (settings.use === 'cookie') {
    return [
      provideHttpClient(
        withInterceptors([logRequests, credentialsInterceptor, unauthorizedInterceptor]),
      ),
      provideNgSession({ baseUrl: DEMO_API_URL, cache }, ...features),
    ];
  }
  return [
    // The log comes last, so that it shows what is sent once more with a new token.
    provideHttpClient(withInterceptors([unauthorizedInterceptor, tokenInterceptor, logRequests])),
    provideNgSession(
      {
        baseUrl: DEMO_API_URL,
        signInUrl: '/api/token/sign-in',
        signOutUrl: '/api/token/sign-out',
        updateUrl: '/api/token/session',
        cache,
      },
      ...features,
      withTokens({
        storage: settings.tokens,
        refresh: renewToken,
        allowedOrigins: [DEMO_API_URL],
        // The refresh token is in a cookie of the API, which is another origin.
        withCredentials: true,
      }),
    ),
  ];
}
