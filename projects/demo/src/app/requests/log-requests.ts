import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { DOCUMENT, inject } from '@angular/core';
import { tap } from 'rxjs';

import { RequestLog } from './request-log';

/** Shows each request in the panel: its method, path and status, never a body or a header. */
export const logRequests: HttpInterceptorFn = (request, next) => {
  const { pathname } = new URL(request.url, inject(DOCUMENT).baseURI);
  const finish = inject(RequestLog).start(request.method, pathname);

  return next(request).pipe(
    tap({
      next: (event) => {
        if (event instanceof HttpResponse) finish(event.status);
      },
      error: (error: unknown) => {
        finish((error instanceof HttpErrorResponse && error.status) || 'no answer');
      },
      unsubscribe: () => finish('cancelled'),
    }),
  );
};
