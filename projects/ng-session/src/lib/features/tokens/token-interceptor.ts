import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { throwError } from 'rxjs';
import { SESSION_REQUEST } from '../../backend/session-request';
import { SessionError } from '../../config/session-error';
import { AppCalls } from './app-calls';
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
 * `unauthorizedInterceptor` stands before it, so that it leads to the sign-in page when no refresh helps.
 */
export const tokenInterceptor: HttpInterceptorFn = (request, next) => {
  const options = inject(TOKEN_OPTIONS, { optional: true });
  if (!options) {
    throw new SessionError(
      'invalid-config',
      ngDevMode && 'tokenInterceptor needs provideNgSession(…, withTokens()).',
    );
  }
  const { context, headers, method, url } = request;
  const refresh = inject(TokenRefresh);
  const isBare =
    // These have it already, or are to have none.
    context.get(SESSION_REQUEST) ||
    context.get(SKIP_TOKEN) ||
    headers.has(options.headerName) ||
    inject(AppCalls).isUnderWay;
  if (isBare || !inject(TokenTargets).has(url)) return next(request);
  const access = inject(TokenAccess);
  const send = (token: string | null, isLast: boolean) => {
    if (token === null) return options.throwNoTokenError ? throwError(noToken) : next(request);
    // An interceptor further in must not take for the end of the session what a refresh can mend.
    if (!isLast && refresh.isPossible) context.set(SESSION_REQUEST, true);
    const { redirect } = access;
    const sent = next(request.clone({ setHeaders: access.header(token), redirect }));
    context.delete(SESSION_REQUEST);
    return sent;
  };
  return access.send(request, send, { method });
};

function noToken(): SessionError {
  return new SessionError(
    'no-token',
    ngDevMode &&
      'the request was not sent, as nobody is signed in. Mark what needs no token with `SKIP_TOKEN`, ' +
        'or leave out `throwNoTokenError`.',
  );
}
