import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { throwError } from 'rxjs';
import { SESSION_REQUEST } from '../../backend/session-request';
import { SessionError } from '../../config/session-error';
import { TOKEN_OPTIONS } from './resolve-tokens';
import { SKIP_TOKEN } from './skip-token';
import { TokenAccess } from './token-access';
import { TokenRefresh } from './token-refresh';
import { TokenTargets } from './token-targets';

declare const ngDevMode: boolean | undefined;

/**
 * Sends the token of `withTokens` to allowed origins and to no other. A header of the caller stays. A 401
 * has the token refreshed, and the request sent once more.
 *
 * ```ts
 * provideHttpClient(withInterceptors([unauthorizedInterceptor, tokenInterceptor]))
 * ```
 *
 * The order counts: `unauthorizedInterceptor` is to see only what is still a 401 after that.
 */
export const tokenInterceptor: HttpInterceptorFn = (request, next) => {
  const options = inject(TOKEN_OPTIONS, { optional: true });
  if (!options) {
    throw new SessionError(
      'invalid-config',
      ngDevMode && 'tokenInterceptor needs provideNgSession(…, withTokens()).',
    );
  }
  const { context, headers, url } = request;
  const isBare =
    // These have it already, or are to have none.
    context.get(SESSION_REQUEST) ||
    context.get(SKIP_TOKEN) ||
    headers.has(options.headerName) ||
    inject(TokenRefresh).isAsking;
  if (isBare || !inject(TokenTargets).has(url)) return next(request);
  const access = inject(TokenAccess);
  return access.send(request, (token) => {
    if (token !== null) return next(request.clone({ setHeaders: access.header(token) }));
    return options.throwNoTokenError ? throwError(noToken) : next(request);
  });
};

function noToken(): SessionError {
  return new SessionError(
    'no-token',
    ngDevMode &&
      'the request was not sent, as nobody is signed in. Mark what needs no token with `SKIP_TOKEN`, ' +
        'or leave out `throwNoTokenError`.',
  );
}
