import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { XsrfToken } from '../backend/xsrf-token';
import { InterceptorWatch } from '../backend/dev-warnings/interceptor-watch';
import { OwnOrigins } from '../config/own-origins';

declare const ngDevMode: boolean | undefined;

/**
 * Sends the session cookie, and on mutating requests the XSRF header, to our own origins and to no
 * other. A caller's `credentials: 'omit'` stays.
 *
 * ```ts
 * provideHttpClient(withInterceptors([credentialsInterceptor]))
 * ```
 */
export const credentialsInterceptor: HttpInterceptorFn = (request, next) => {
  if (ngDevMode) inject(InterceptorWatch).hasRun();
  const isOurs = request.credentials !== 'omit' && inject(OwnOrigins).has(request.url);
  if (!isOurs) return next(request);
  const headers = inject(XsrfToken).addTo(request.headers, request.method);
  return next(request.clone({ headers, withCredentials: true }));
};
