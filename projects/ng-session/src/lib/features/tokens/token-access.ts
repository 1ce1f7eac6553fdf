import { HttpErrorResponse, type HttpRequest } from '@angular/common/http';
import { Injectable, inject, untracked } from '@angular/core';
import {
  type Observable,
  catchError,
  defer,
  from,
  map,
  of,
  switchMap,
  tap,
  throwError,
} from 'rxjs';
import { isSafeMethod } from '../../backend/is-safe-method';
import { SessionState } from '../../session/session-state';
import { AppCalls } from './app-calls';
import { type Person, isSamePerson } from './is-same-person';
import { fromLater } from './later';
import { TOKEN_OPTIONS } from './resolve-tokens';
import { TokenRefresh } from './token-refresh';
import { TokenVault } from './token-vault';

/** How a request goes with the token. */
export interface Sending {
  readonly method: string;
  /** Whether it is for nobody but who is here when it is asked for. Default: `true`. */
  readonly isBound?: boolean;
}

/** Sends requests with the token, and sees to it that it is a good one. */
@Injectable()
export class TokenAccess {
  readonly #vault = inject(TokenVault);
  readonly #refresh = inject(TokenRefresh);
  readonly #options = inject(TOKEN_OPTIONS);
  readonly #calls = inject(AppCalls);
  readonly #state = inject(SessionState);
  /** The token that each 401 was the answer to. */
  readonly #refusals = new WeakMap<HttpErrorResponse, string>();

  constructor() {
    // Of a request that carried another token, or none, a 401 says nothing of this session.
    this.#state.isItsEnd = ({ headers }, refusal) => {
      const { token } = this.#vault;
      if (token === null) return false;
      const { headerName } = this.#options;
      const isCarried = headers.get(headerName) === this.header(token)[headerName];
      return isCarried || this.#refusals.get(refusal) === token;
    };
  }

  /**
   * What becomes of a redirect. To another origin a browser takes along every header but `Authorization`,
   * so in any other one the token would arrive there.
   */
  get redirect(): RequestRedirect | undefined {
    return this.#options.headerName.toLowerCase() === 'authorization' ? undefined : 'error';
  }

  /** The header with this token. */
  header(token: string): Record<string, string> {
    const { headerName, scheme } = this.#options;
    return { [headerName]: scheme ? `${scheme} ${token}` : token };
  }

  /**
   * Makes sure that the token of the session is up to date, and not over if that can be helped. Fails with
   * a 401, as a server would answer, where the session is over.
   */
  ready(): Observable<unknown> {
    return defer(() => fromLater(this.#vault.look())).pipe(
      switchMap(() => this.#inGoodTime() ?? of(null)),
    );
  }

  /**
   * Sends with the token that counts for the request, and once more with another one where the server
   * refuses it: one that is there by now, or a new one. Fails with a 401 where that would be the token of
   * somebody else than whoever was here when it was asked for. Where nobody is here any more, as another tab
   * has signed out, what only reads goes without a token, as for anybody; what changes something fails too.
   */
  send<T>(
    request: HttpRequest<unknown> | null,
    send: (token: string | null, isLast: boolean) => Observable<T>,
    { method, isBound = true }: Sending,
  ): Observable<T> {
    return defer(() => {
      let before = this.#shown();
      const tokenNow = (refusal?: HttpErrorResponse) =>
        this.#tokenFor(request).pipe(
          tap((token) => {
            const isSame = isSamePerson(before, this.#person());
            // A token that the app has for it is good for what changes something too.
            if (isBound && !(isSame ?? (token !== null || isSafeMethod(method)))) {
              // eslint-disable-next-line @typescript-eslint/only-throw-error -- as HttpClient fails
              throw refusal ?? new HttpErrorResponse({ status: 401, url: request?.url });
            }
          }),
        );
      const sendWith = (token: string | null, isLast: boolean) =>
        send(token, isLast).pipe(
          tap({
            error: (error: unknown) => {
              if (token !== null && isUnauthorized(error)) this.#refusals.set(error, token);
            },
          }),
        );
      const firstToken = () => {
        if (!before.lease) before = this.#shown();
        return tokenNow();
      };
      return fromLater(this.#vault.look()).pipe(
        switchMap(firstToken),
        switchMap((token) => {
          const known = token === null ? this.#firstKnown() : undefined;
          return known ? from(known).pipe(switchMap(firstToken)) : of(token);
        }),
        switchMap((token) => {
          // One of the app's own is good without that of the session.
          const waiting = token === this.#vault.token && this.#inGoodTime();
          return waiting ? waiting.pipe(switchMap(() => tokenNow())) : of(token);
        }),
        switchMap((token) =>
          sendWith(token, token === null).pipe(
            catchError((error: unknown) => {
              if (token === null || !isUnauthorized(error)) throw error;
              return this.#renewed(token, error).pipe(
                switchMap(() => tokenNow(error)),
                switchMap((next) =>
                  next === null || next === token ? throwError(() => error) : sendWith(next, true),
                ),
              );
            }),
          ),
        ),
      );
    });
  }

  /** Comes when a page that has just been loaded knows by `refresh` who is here, if it is asking. */
  #firstKnown(): Promise<unknown> | undefined {
    const isUnknown = untracked(this.#state.snapshot).status === 'loading';
    return isUnknown && this.#vault.token === null ? this.#refresh.settled : undefined;
  }

  /** Who the page is for: somebody can be shown whose token another tab has taken away. */
  #shown(): Person {
    const { era, lease } = this.#person();
    return { era, lease: lease ?? (era === null ? null : this.#vault.lost) };
  }

  #person(): Person {
    const [user, lease] = [untracked(this.#state.user), untracked(this.#vault.lease)];
    return { era: user && this.#state.era, lease };
  }

  /** Has the token refreshed that is due, and gives what is to be waited for where it is over. */
  #inGoodTime(): Observable<unknown> | null {
    const lease = untracked(this.#vault.lease);
    const now = Date.now();
    if (!lease || !this.#refresh.isPossible || now < lease.refreshAt) return null;
    const refreshed = this.#refresh.run();
    if (now >= lease.expiresAt) return this.#orEnd(refreshed, lease.token);
    // It is still good, so nobody has to wait; what fails is tried again.
    refreshed.then(
      (goesOn) => {
        if (!goesOn) void this.#refresh.end(lease.token);
      },
      () => undefined,
    );
    return null;
  }

  #tokenFor(request: HttpRequest<unknown> | null): Observable<string | null> {
    const { tokenGetter } = this.#options;
    if (!request || !tokenGetter) return of(this.#vault.token);
    return fromLater(this.#calls.run(() => tokenGetter(request))).pipe(
      map((token) => token ?? null),
    );
  }

  /** Has the token replaced that was refused, unless another one has taken its place by now. */
  #renewed(token: string, refusal: HttpErrorResponse): Observable<unknown> {
    return fromLater(this.#vault.look()).pipe(
      switchMap(() =>
        this.#refresh.isPossible && this.#vault.token === token
          ? this.#orEnd(this.#refresh.run(), token, refusal)
          : of(null),
      ),
    );
  }

  /** Fails where the session is over. */
  #orEnd(
    refreshed: Promise<boolean>,
    token: string,
    refusal = new HttpErrorResponse({ status: 401 }),
  ): Observable<unknown> {
    return from(refreshed).pipe(
      tap((goesOn) => {
        if (goesOn) return;
        this.#refusals.set(refusal, token);
        void this.#refresh.end(token);
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- as HttpClient fails
        throw refusal;
      }),
    );
  }
}

function isUnauthorized(error: unknown): error is HttpErrorResponse {
  return error instanceof HttpErrorResponse && error.status === 401;
}
