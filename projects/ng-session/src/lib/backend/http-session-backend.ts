import { HttpClient, HttpContext, type HttpErrorResponse, HttpHeaders, type HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, tap } from 'rxjs';
import { SESSION_CONFIG } from '../config/resolve-config';
import { SESSION_REQUEST } from './session-request';
import type { SessionRequestOptions } from './session-request-options';
import { XsrfToken } from './xsrf-token';

/** Speaks with a server that answers the five routes. Credentials go along without any interceptor. */
@Injectable({ providedIn: 'root' })
export class HttpSessionBackend {
  private readonly http = inject(HttpClient);
  private readonly config = inject(SESSION_CONFIG);
  private readonly xsrf = inject(XsrfToken);

  fetch(options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.request('GET', this.config.updateUrl, undefined, options);
  }

  refetch(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.request('PUT', this.config.updateUrl, data, options);
  }

  signIn(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.request('POST', this.config.signInUrl, data, options);
  }

  signOut(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.request('POST', this.config.signOutUrl, data, options);
  }

  private request(
    method: string,
    url: string,
    body: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    // A copy: a caller that uses its context again must not have that request taken for one of ours.
    const context = new HttpContext().set(SESSION_REQUEST, true);
    for (const token of options.context?.keys() ?? []) {
      context.set(token, options.context?.get(token));
    }
    const { headers } = options;
    const remember = ({ headers: received }: HttpResponse<unknown> | HttpErrorResponse) => {
      this.xsrf.remember(received);
    };
    return this.http
      .request(method, url, {
        timeout: this.config.timeout,
        ...options,
        body,
        context,
        headers: this.xsrf.addTo(
          headers instanceof HttpHeaders ? headers : new HttpHeaders(headers),
          method,
        ),
        observe: 'response',
        withCredentials: true,
      })
      .pipe(tap<HttpResponse<unknown>>({ next: remember, error: remember }));
  }
}
