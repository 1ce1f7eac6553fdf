import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { SESSION_REQUEST } from '../backend/session-request';
import { OwnOrigins } from '../config/own-origins';
import { SESSION_CONFIG } from '../config/resolve-config';
import { injectRouter } from '../session/inject-router';
import { SessionState } from '../session/session-state';
import { signInTree } from '../session/sign-in-tree';

/**
 * Ends the session, once, when one of our origins answers 401, and leads to the sign-in page and
 * back. A 403 changes nothing, and so do the session's own requests and those of other origins.
 *
 * ```ts
 * provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor]))
 * ```
 */
export const unauthorizedInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.context.get(SESSION_REQUEST) || !inject(OwnOrigins).has(request.url)) {
    return next(request);
  }
  const state = inject(SessionState);
  const router = injectRouter();
  const config = inject(SESSION_CONFIG);
  const { era } = state;
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        const isUnauthorized = error instanceof HttpErrorResponse && error.status === 401;
        if (!isUnauthorized || !state.endUnauthorized(era)) return;
        const target = router && signInTree(router, config);
        if (target) void router.navigateByUrl(target);
      },
    }),
  );
};
