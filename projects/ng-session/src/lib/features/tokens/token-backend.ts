import { HttpErrorResponse, HttpHeaders, HttpResponse } from '@angular/common/http';
import { Injectable, inject, untracked } from '@angular/core';
import {
  type Observable,
  catchError,
  defer,
  filter,
  from,
  map,
  of,
  startWith,
  switchMap,
  take,
  tap,
  throwError,
} from 'rxjs';
import { HttpSessionBackend } from '../../backend/http-session-backend';
import type { SessionRequestOptions } from '../../backend/session-request-options';
import { SESSION_CONFIG } from '../../config/resolve-config';
import { isOutdated } from './is-outdated';
import { fromLater } from './later';
import { parseBody } from './parse-body';
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
    let doubts = 0;
    return this.#vault.changes.pipe(
      // Where no token says whose it is, once has to do: the next 401 would bring the next token.
      filter((change) => isOutdated(change, untracked(this.#vault.lease)) ?? doubts++ === 0),
      startWith(null),
      // What is answered to the token of somebody else tells nothing of who is here by now.
      switchMap(() => this.#fetch(options)),
      take(1),
    );
  }

  override refetch(
    data: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    // Where the user is what the token says, it is the token that has to be read anew.
    return this.#options.user && this.#refresh.isPossible && !this.#vault.isForgotten
      ? defer(() => from(this.#refresh.run())).pipe(
          switchMap((goesOn) =>
            goesOn ? of(new HttpResponse({ status: 204 })) : throwError(() => this.#nobody()),
          ),
        )
      : super.refetch(data, options);
  }

  override signIn(
    data: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    if (data instanceof GivenToken) return this.#take(data.token, false, new HttpResponse());
    // As text: a token that is the body as it is would be no JSON, and lost.
    const asText = { ...options, responseType: 'text' };
    // That could put the cookie of the one before in the place of theirs. What is not sent yet never will be.
    return defer(() => fromLater(this.#refresh.answered)).pipe(
      switchMap(() => this.#send('POST', this.#urls.signInUrl, data, asText, null)),
      map((answer) => answer.clone({ body: parseBody(answer.body) })),
      catchError((error: unknown) => {
        if (error instanceof HttpErrorResponse) {
          Object.assign(error, { error: parseBody(error.error) });
        }
        throw error;
      }),
      switchMap((answer) => this.#take(this.#options.tokenFrom(answer), true, answer)),
    );
  }

  override signOut(
    data: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    const spare = (): void => {
      this.#vault.isSpared = true;
      // It is said at once, or was overtaken.
      queueMicrotask(() => {
        this.#vault.isSpared = false;
      });
    };
    return this.#signOut(data, options).pipe(
      // Its own token is gone already: the one that is here by now is that of another tab's sign-in.
      tap({ next: spare, error: spare }),
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
    return this.#access.send(null, send, { method, isBound });
  }

  #signOut(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    if (data === NOT_TOLD) {
      return defer(() => {
        this.#vault.leaving = null;
        return of(new HttpResponse({ status: 204 }));
      });
    }
    const send = (token: string | null) =>
      this.#send('POST', this.#urls.signOutUrl, data, options, token);
    // That could bring a cookie to life again. What is not sent yet never will be.
    return defer(() => fromLater(this.#refresh.answered)).pipe(
      switchMap(() => {
        const token = this.#vault.leaving;
        return send(token).pipe(catchError((error: unknown) => this.#sendAnew(token, send, error)));
      }),
      tap(() => {
        this.#vault.leaving = null;
        this.#vault.isConfirmed = true;
      }),
    );
  }

  #fetch(options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    const { user } = this.#options;
    return this.#access.ready().pipe(
      switchMap(() => {
        const { token, isForgotten } = this.#vault;
        const isSilent = this.#refresh.isSilent && !isForgotten;
        return isSilent && token === null ? this.#refresh.run() : of(null);
      }),
      switchMap(() => {
        const lease = untracked(this.#vault.lease);
        if (!lease) return throwError(() => this.#nobody());
        return user
          ? of(new HttpResponse<unknown>({ body: user(lease.claims) }))
          : super.fetch(options);
      }),
    );
  }

  /** Says that nobody is signed in, as a server would answer. */
  #nobody(): HttpErrorResponse {
    return new HttpErrorResponse({ status: 401, url: this.#urls.updateUrl });
  }

  /**
   * Sends a sign-out once more with another token, where the server refuses this one: it may be over, and
   * what another one can be had by is not, which would bring the person back.
   */
  #sendAnew(
    token: string | null,
    send: (token: string) => Observable<HttpResponse<unknown>>,
    error: unknown,
  ): Observable<HttpResponse<unknown>> {
    const { isPossible, isSilent } = this.#refresh;
    const isRefused = error instanceof HttpErrorResponse && error.status === 401;
    if (!isRefused || !(token === null ? isSilent : isPossible)) throw error;
    return from(this.#refresh.ask(token)).pipe(
      switchMap((next) => {
        if (next !== null) return send(next);
        this.#vault.isConfirmed = true;
        return throwError(() => error);
      }),
    );
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
