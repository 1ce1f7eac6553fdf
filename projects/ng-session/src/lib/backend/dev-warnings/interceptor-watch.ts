import { DOCUMENT } from '@angular/common';
import { Injectable, inject } from '@angular/core';
import { DevWarnings } from '../../config/dev-warnings';
import { originOf } from '../../config/origin-of';
import { SESSION_CONFIG } from '../../config/resolve-config';

/**
 * Warns where requests to an API on another origin do not pass `credentialsInterceptor`. The session's
 * own requests pass whatever the app has, so the first answer to one of them tells.
 */
@Injectable({ providedIn: 'root' })
export class InterceptorWatch {
  readonly #document = inject(DOCUMENT);
  readonly #config = inject(SESSION_CONFIG);
  readonly #warnings = inject(DevWarnings);
  #hasRun = false;

  /** Called by the interceptor with each request. */
  hasRun(): void {
    this.#hasRun = true;
  }

  /** A request of the session was answered by a server. */
  answered(): void {
    const origin = this.#foreignOrigin();
    if (this.#hasRun || !origin) return;
    this.#warnings.warn(
      'interceptor-missing',
      `requests to ${origin} do not pass \`credentialsInterceptor\`, so all but the session's own go ` +
        'without the session cookie and without the XSRF header.\n' +
        'Add it: provideHttpClient(withInterceptors([credentialsInterceptor])). A class among ' +
        'HTTP_INTERCEPTORS that calls it runs with `withInterceptorsFromDi()` only.\n' +
        'If an interceptor of your own sends the cookie, let this one take its place: it keeps to ' +
        'your origins.',
    );
  }

  /** The first of our origins that is not that of the app, which needs no interceptor. */
  #foreignOrigin(): string | null | undefined {
    const { location, baseURI } = this.#document;
    const { signInUrl, signOutUrl, updateUrl, apiOrigins } = this.#config;
    return [updateUrl, signInUrl, signOutUrl, ...apiOrigins]
      .map((url) => originOf(url, baseURI))
      .find((origin) => origin && origin !== location.origin);
  }
}
