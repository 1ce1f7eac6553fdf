import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, untracked } from '@angular/core';
import { tap } from 'rxjs';
import { SESSION_REQUEST } from '../backend/session-request';
import { OwnOrigins } from '../config/own-origins';
import { SESSION_CONFIG } from '../config/resolve-config';
import { injectRouter } from '../session/inject-router';
import { SessionState } from '../session/session-state';
import { signInTree } from '../session/sign-in-tree';

/**
 * Ends the session, once, when one of our origins answers 401, and leads to the sign-in page and
 * back. A 403 changes nothing, and so do the session's own requests and those of other origins; with
 * `withTokens` also those that did not carry its token.
 *
 * ```ts
 * provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor]))
 * ```
 */
export const unauthorizedInterceptor: HttpInterceptorFn = (request, next) => {
  const config = inject(SESSION_CONFIG);
  // Without the cookie, a 401 says nothing of the session.
  const isBare = request.credentials === 'omit';
  const ofSession =
    request.context.get(SESSION_REQUEST) ||
    [config.signInUrl, config.signOutUrl, config.updateUrl].includes(request.url);
  if (isBare || ofSession || !inject(OwnOrigins).has(request.url)) return next(request);
  const state = inject(SessionState);
  const router = injectRouter();
  const { era } = state;
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        const isUnauthorized = error instanceof HttpErrorResponse && error.status === 401;
        // Another era: somebody else is signed in by now, or the first of many 401s has been here.
        if (!isUnauthorized || era !== state.era || !untracked(state.user)) return;
        if (!state.isItsEnd(request, error)) return;
        state.end('server', 'unauthorized', new Date());
        const target = router && signInTree(router, config);
        if (target) void router.navigateByUrl(target);
      },
    }),
  );
};
