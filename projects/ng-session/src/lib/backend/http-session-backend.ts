import {
  HttpClient,
  HttpContext,
  type HttpErrorResponse,
  HttpHeaders,
  type HttpResponse,
} from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, catchError, of, tap, throwError } from 'rxjs';
import { SESSION_CONFIG } from '../config/resolve-config';
import { SESSION_REQUEST } from './session-request';
import type { SessionRequestOptions } from './session-request-options';
import { toResponse } from './to-response';
import { XsrfToken } from './xsrf-token';

/** Speaks with a server that answers the session's routes. Credentials go along without any interceptor. */
@Injectable({ providedIn: 'root' })
export class HttpSessionBackend {
  readonly #http = inject(HttpClient);
  readonly #config = inject(SESSION_CONFIG);
  readonly #xsrf = inject(XsrfToken);

  fetch(options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.request('GET', this.#config.updateUrl, undefined, options);
  }

  refetch(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.request('PUT', this.#config.updateUrl, data, options);
  }

  signIn(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.request('POST', this.#config.signInUrl, data, options);
  }

  signOut(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.request('POST', this.#config.signOutUrl, data, options);
  }

  /** Sends one of the session's own requests. */
  request(
    method: string,
    url: string,
    body: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    const { headers } = options;
    // A copy: a caller that uses its context again must not have that request taken for one of ours.
    const context = new HttpContext().set(SESSION_REQUEST, true);
    for (const token of options.context?.keys() ?? []) {
      context.set(token, options.context?.get(token));
    }
    const remember = ({ headers: received }: HttpResponse<unknown> | HttpErrorResponse) => {
      this.#xsrf.remember(received);
    };
    return this.#http
      .request(method, url, {
        timeout: this.#config.timeout,
        // First: a session by a token goes without.
        withCredentials: true,
        ...options,
        body,
        context,
        headers: this.#xsrf.addTo(
          headers instanceof HttpHeaders ? headers : new HttpHeaders(headers),
          method,
        ),
        observe: 'response',
      })
      .pipe(
        // A change that worked may answer with anything: `OK`, or the page that a form would show.
        catchError((error: HttpErrorResponse) =>
          method !== 'GET' && String(error.status).startsWith('2')
            ? of(toResponse<unknown>(error, null))
            : throwError(() => error),
        ),
        tap<HttpResponse<unknown>>({ next: remember, error: remember }),
      );
  }
}
