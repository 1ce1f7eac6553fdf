import { HttpErrorResponse, HttpHeaders, HttpResponse } from '@angular/common/http';
import { Injectable, inject, untracked } from '@angular/core';
import { type Observable, defer, from, map, of, switchMap, tap, throwError } from 'rxjs';
import { HttpSessionBackend } from '../../backend/http-session-backend';
import type { SessionRequestOptions } from '../../backend/session-request-options';
import { SESSION_CONFIG } from '../../config/resolve-config';
import { TOKEN_OPTIONS } from './resolve-tokens';
import { TokenAccess } from './token-access';
import { TokenRefresh } from './token-refresh';
import { TokenVault } from './token-vault';

declare const ngDevMode: boolean | undefined;

/** A token from elsewhere, in the place of what is sent to sign in. */
export class GivenToken {
  constructor(readonly token: string) {}
}

/** In the place of what is sent to sign out: the server is not told. */
export const NOT_TOLD = Symbol(ngDevMode ? 'NOT_TOLD' : '');

/** Speaks with the session's routes by a token in place of a cookie. */
@Injectable()
export class TokenBackend extends HttpSessionBackend {
  readonly #vault = inject(TokenVault);
  readonly #access = inject(TokenAccess);
  readonly #refresh = inject(TokenRefresh);
  readonly #options = inject(TOKEN_OPTIONS);
  readonly #urls = inject(SESSION_CONFIG);

  override fetch(options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    const { user } = this.#options;
    return this.#access.ready().pipe(
      switchMap(() => {
        const { token, isForgotten } = this.#vault;
        const isSilent = this.#refresh.isSilent && !isForgotten;
        return isSilent && token === null ? this.#refresh.run() : of(null);
      }),
      switchMap(() => {
        const lease = untracked(this.#vault.lease);
        // As a server would answer.
        if (!lease) {
          return throwError(
            () => new HttpErrorResponse({ status: 401, url: this.#urls.updateUrl }),
          );
        }
        return user
          ? of(new HttpResponse<unknown>({ body: user(lease.claims) }))
          : super.fetch(options);
      }),
    );
  }

  override refetch(
    data: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    // Where the user is what the token says, it is the token that has to be read anew.
    return this.#options.user && this.#refresh.isPossible
      ? defer(() => from(this.#refresh.run())).pipe(map(() => new HttpResponse({ status: 204 })))
      : super.refetch(data, options);
  }

  override signIn(
    data: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    if (data instanceof GivenToken) return this.#take(data.token, false, new HttpResponse());
    return this.#send('POST', this.#urls.signInUrl, data, options, null).pipe(
      switchMap((answer) => this.#take(this.#options.tokenFrom(answer), true, answer)),
    );
  }

  override signOut(
    data: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    const done = () => {
      this.#vault.leaving = null;
    };
    if (data === NOT_TOLD) {
      return defer(() => {
        done();
        this.#vault.isForgotten = true;
        return of(new HttpResponse({ status: 204 }));
      });
    }
    // The answer to a refresh that is under way could bring a cookie to life again.
    return defer(() => from(this.#refresh.settled)).pipe(
      switchMap(() =>
        this.#send('POST', this.#urls.signOutUrl, data, options, this.#vault.leaving),
      ),
      tap(done),
    );
  }

  override request(
    method: string,
    url: string,
    body: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    // Who is here now is the question of this one alone, whoever has asked it.
    const isBound = method !== 'GET' || url !== this.#urls.updateUrl;
    const send = (token: string | null) => this.#send(method, url, body, options, token);
    return this.#access.send(null, send, { isBound });
  }

  #send(
    method: string,
    url: string,
    body: unknown,
    { headers: given, ...options }: SessionRequestOptions,
    token: string | null,
  ): Observable<HttpResponse<unknown>> {
    let headers = given instanceof HttpHeaders ? given : new HttpHeaders(given);
    for (const [name, value] of Object.entries(token ? this.#access.header(token) : {})) {
      if (!headers.has(name)) headers = headers.set(name, value);
    }
    const { withCredentials = false } = this.#options;
    const own: SessionRequestOptions & { withCredentials: boolean } = {
      ...options,
      headers,
      withCredentials,
      redirect: (token ? this.#access.redirect : undefined) ?? options.redirect,
    };
    return super.request(method, url, body, own);
  }

  #take(
    token: string,
    isNew: boolean,
    answer: HttpResponse<unknown>,
  ): Observable<HttpResponse<unknown>> {
    return defer(async () => {
      await this.#vault.take(token, isNew);
      return answer;
    });
  }
}
