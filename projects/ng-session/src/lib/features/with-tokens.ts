import { isPlatformBrowser } from '@angular/common';
import { PLATFORM_ID, inject, provideAppInitializer } from '@angular/core';
import { HttpSessionBackend } from '../backend/http-session-backend';
import { SessionBackend } from '../backend/session-backend';
import type { NgSessionFeature } from './ng-session-feature';
import { BEFORE_REFETCH } from './tabs/before-refetch';
import { AppCalls } from './tokens/app-calls';
import { TOKEN_OPTIONS, isShared, resolveTokens } from './tokens/resolve-tokens';
import { TokenAccess } from './tokens/token-access';
import { TokenBackend } from './tokens/token-backend';
import { TokenLife } from './tokens/token-life';
import type { TokenOptions } from './tokens/token-options';
import { TokenRefresh } from './tokens/token-refresh';
import { TokenSession } from './tokens/token-session';
import { TokenTargets } from './tokens/token-targets';
import { TokenVault } from './tokens/token-vault';

/**
 * Keeps the session by a token (a JWT) in place of a cookie.
 *
 * ```ts
 * provideHttpClient(withInterceptors([unauthorizedInterceptor, tokenInterceptor])),
 * provideNgSession({ baseUrl: 'https://api.example.com' }, withTokens({ refresh: renew })),
 * ```
 *
 * Who is signed in, guards, roles and events are the same. `TokenSession` has the token itself.
 *
 * @throws SessionError `invalid-config` for a wrong option.
 */
export function withTokens(options: TokenOptions = {}): NgSessionFeature {
  const resolved = resolveTokens(options);
  return {
    ɵkind: 'withTokens',
    ɵproviders: [
      { provide: TOKEN_OPTIONS, useValue: resolved },
      AppCalls,
      TokenVault,
      TokenRefresh,
      TokenAccess,
      TokenTargets,
      TokenBackend,
      { provide: HttpSessionBackend, useExisting: TokenBackend },
      { provide: SessionBackend, useExisting: TokenBackend },
      TokenLife,
      TokenSession,
      {
        provide: BEFORE_REFETCH,
        useFactory: () => {
          const refresh = inject(TokenRefresh);
          // Where each tab has a token of its own, only the server knows whether it still counts.
          return () => (isShared(resolved) ? Promise.resolve() : refresh.again());
        },
      },
      provideAppInitializer(() =>
        isPlatformBrowser(inject(PLATFORM_ID)) ? inject(TokenLife).start() : undefined,
      ),
    ],
  };
}
