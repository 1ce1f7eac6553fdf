import { type HttpHeaders, HttpXsrfTokenExtractor } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { isSafeMethod } from './is-safe-method';

const HEADER = 'X-XSRF-TOKEN';

/**
 * The XSRF token of the session: from the cookie that Angular reads, or else from the header of the
 * last session response, since a page can not read the cookies of an API on another site.
 */
@Injectable({ providedIn: 'root' })
export class XsrfToken {
  readonly #cookie = inject(HttpXsrfTokenExtractor);
  #fromServer: string | null = null;

  /** Keeps the token that came with a session response, if one did. */
  remember(headers: HttpHeaders | undefined): void {
    this.#fromServer = headers?.get(HEADER) ?? this.#fromServer;
  }

  /** The headers of a request with the token added, if the method changes anything and none is there. */
  addTo(headers: HttpHeaders, method: string): HttpHeaders {
    if (headers.has(HEADER) || isSafeMethod(method)) return headers;
    const token = this.#cookie.getToken() ?? this.#fromServer;
    return token === null ? headers : headers.set(HEADER, token);
  }
}
