import type { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, tap } from 'rxjs';
import { HttpSessionBackend } from '../http-session-backend';
import type { SessionRequestOptions } from '../session-request-options';
import { CookieWatch } from './cookie-watch';
import { InterceptorWatch } from './interceptor-watch';

/** The HTTP backend of development mode: the same answers, watched for signs of a wrong set-up. */
@Injectable({ providedIn: 'root' })
export class WatchedSessionBackend {
  readonly #backend = inject(HttpSessionBackend);
  readonly #cookie = inject(CookieWatch);
  readonly #interceptor = inject(InterceptorWatch);

  fetch(options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    const check = this.#cookie.reading();
    const answered = (answer: HttpResponse<unknown> | HttpErrorResponse) => {
      // No server answered, but an interceptor in the place of one.
      if (!answer.url) return;
      check(answer);
      if (answer.status) this.#interceptor.answered();
    };
    return this.#backend
      .fetch(options)
      .pipe(tap<HttpResponse<unknown>>({ next: answered, error: answered }));
  }

  refetch(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.#backend.refetch(data, options);
  }

  signIn(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    this.#cookie.changing();
    return this.#backend.signIn(data, options).pipe(tap(() => this.#cookie.signedIn()));
  }

  signOut(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    this.#cookie.changing();
    return this.#backend.signOut(data, options);
  }
}
