import { isPlatformServer } from '@angular/common';
import { HttpErrorResponse, type HttpResponse } from '@angular/common/http';
import {
  DestroyRef,
  Injectable,
  PLATFORM_ID,
  type Signal,
  computed,
  inject,
  signal,
  untracked,
} from '@angular/core';
import {
  type Observable,
  catchError,
  defer,
  finalize,
  map,
  of,
  switchMap,
  tap,
  throwError,
  throwIfEmpty,
} from 'rxjs';
import { MutationQueue } from '../backend/mutation-queue';
import { SessionBackend } from '../backend/session-backend';
import type { SessionRequestOptions } from '../backend/session-request-options';
import { toResponse } from '../backend/to-response';
import { SESSION_CONFIG } from '../config/resolve-config';
import type { SessionError } from '../config/session-error';
import type { SessionUser } from '../config/session-user';
import type { CheckedPath } from '../data/checked-path';
import { SessionData } from '../data/session-data';
import type { SessionPath } from '../data/session-path';
import type { SessionDefault, SessionInputAt, SessionValueAt } from '../data/session-value-at';
import { matchRoles } from './match-roles';
import type { SessionEvent, SessionEventSource } from './session-event';
import { isTooSoon, retryAfter } from './retry-after';
import { type SessionStatus, answered, failed, isFresh } from './session-snapshot';
import { SessionState } from './session-state';
import { toSessionError } from './to-session-error';
import { type UserSignal, toUserSignal } from './user-signal';

/** The server's answer with the parsed user, or `null` for nobody, as its body. */
export type SessionResponse = HttpResponse<SessionUser | null>;

/**
 * Who is signed in, and what changes that.
 *
 * ```ts
 * readonly session = inject(SessionService);
 * // in the template: @if (session.user(); as user) { Hello {{ user.name }} }
 * await this.session.signIn({ email, password });
 * ```
 *
 * All reads are signals. All requests carry credentials.
 */
@Injectable({ providedIn: 'root' })
export class SessionService {
  /** Values that live as long as the session. */
  readonly data = inject(SessionData);

  readonly #state = inject(SessionState);
  readonly #backend = inject(SessionBackend);
  readonly #config = inject(SESSION_CONFIG);
  readonly #queue = inject(MutationQueue);
  readonly #destroyRef = inject(DestroyRef);
  readonly #isServer = isPlatformServer(inject(PLATFORM_ID));
  readonly #loads = signal(0);
  /** What is under way and shared by all who ask for it: a map for each person. */
  #running = new Map<string, Promise<unknown>>();
  /** The time before which no navigation asks, because the server wanted it so. */
  #retryAt = 0;
  /** A sign-out that the server has not confirmed: sent again before anything is read from it. */
  #owedSignOut: (() => Observable<HttpResponse<unknown>>) | null = null;

  /** The user, or `null`; with the name of a property, that property: `user('name')`. */
  readonly user: UserSignal = toUserSignal(this.#state.user);
  /** The roles of the user; empty for nobody. */
  readonly roles: Signal<readonly string[]> = this.#state.roles.asReadonly();
  /** What is known: `loading` and `error` mean that it is not known yet whether anybody is signed in. */
  readonly status: Signal<SessionStatus> = computed(() => this.#state.snapshot().status);
  /** Whether somebody is signed in, as far as is known. */
  readonly isAuthenticated: Signal<boolean> = computed(() => this.user() !== null);
  /** Whether the user is being fetched. */
  readonly isRefreshing: Signal<boolean> = computed(() => this.#loads() > 0);
  /** Whether the last refresh failed, so that what is shown is what was last known. */
  readonly stale: Signal<boolean> = computed(() => this.#state.snapshot().stale);
  /** Why the last refresh failed, or else why session data could not be stored; or `null`. */
  readonly error: Signal<SessionError | null> = computed(
    () => this.#state.snapshot().error ?? this.#state.storeError(),
  );
  /** When the server last said who is signed in. */
  readonly updatedAt: Signal<Date | null> = computed(() => this.#state.snapshot().updatedAt);
  /** What changed, told once each; completes with the application. */
  readonly events: Observable<SessionEvent> = this.#state.events.asObservable();

  /**
   * Fetches the user. Callers of a running update share it.
   * Rejects with the `HttpErrorResponse` (401: nobody is signed in), or with a `SessionError` for an
   * answer that is no user; any failure but a 401 keeps the user, as `stale`.
   */
  update(options?: SessionRequestOptions): Promise<SessionResponse>;
  /* eslint-disable @typescript-eslint/unified-signatures -- the second is not in the public API */
  /** @internal For what was told by another tab. */
  update(options: SessionRequestOptions, source?: SessionEventSource): Promise<SessionResponse>;
  /* eslint-enable @typescript-eslint/unified-signatures */
  update(
    options: SessionRequestOptions = {},
    source?: SessionEventSource,
  ): Promise<SessionResponse> {
    return this.#share('update', () => this.#load(options, source));
  }

  /**
   * Has the server read the user anew (PUT), then fetches the user with the same options. Resolves
   * with the answer to the GET; rejects as `update` does, and sends no GET where the PUT failed.
   */
  reload(data?: unknown, options: SessionRequestOptions = {}): Promise<SessionResponse> {
    const claim = this.#state.start();
    return this.#settled(
      this.#queue
        .enqueue(() => this.#backend.refetch(data, options))
        .pipe(
          catchError((error: unknown) => this.#fail(error, claim)),
          switchMap(() => this.#load(options)),
        ),
    );
  }

  /**
   * Signs in with what the server asks for, then fetches the user. The user before is gone at once,
   * and a failure leaves nobody signed in: the promise rejects with the server's response.
   */
  signIn(data: unknown, options: SessionRequestOptions = {}): Promise<SessionResponse> {
    this.#clear();
    const debt = this.#owedSignOut;
    return this.#settled(
      this.#queue
        .enqueue(() => this.#backend.signIn(data, options))
        .pipe(
          switchMap(() => {
            this.#pay(debt);
            return this.#load({}, 'local');
          }),
        ),
    );
  }

  /**
   * Signs out: the user and the session data are gone at once, whatever the server says. Where it
   * could not be told, the promise rejects with the cause, and the sign-out is sent again before the
   * next fetch, so that the last user does not come back. A 401 counts as done.
   */
  signOut(data?: unknown, options: SessionRequestOptions = {}): Promise<HttpResponse<unknown>> {
    return this.#share('signOut', () => {
      this.#state.clearData();
      this.#clear();
      this.#owedSignOut = () => this.#backend.signOut(data, options);
      return this.#sendSignOut(this.#owedSignOut);
    });
  }

  /**
   * Makes sure that the session is known and fresh by the rule of `cache`, with a request only where
   * it is not; on a server that renders with none at all. Never rejects: `status`, `error` and `stale` tell.
   */
  async resolve(): Promise<void> {
    // A server that renders has no cookie of the visitor: it would only learn of nobody.
    if (this.#isServer) return;
    const now = Date.now();
    if (isTooSoon(this.#retryAt, now)) return;
    if (isFresh(untracked(this.updatedAt), this.#config.cache, now)) return;
    try {
      await this.update();
    } catch {
      // The state has it already, and a navigation goes on with what is known.
    }
  }

  /**
   * Whether the user has one of the roles, or with `all` each of them. Nobody has none, and an empty
   * list is never a match.
   */
  hasRole(roles: string | readonly string[], all = false): boolean {
    return matchRoles(this.#state.roleSet(), roles, all);
  }

  /** `data.get`, where paths that begin with `user` lead to the user. */
  get<const P extends SessionPath, D extends SessionDefault = undefined>(
    path: CheckedPath<P>,
    defaultValue?: D,
  ): Exclude<SessionValueAt<P>, undefined> | D;
  get(path: SessionPath, defaultValue?: SessionDefault): unknown {
    return this.data.get(path, defaultValue);
  }

  /** `data.put`: `set('user', { … })` changes who is shown, in memory only. */
  set<const P extends SessionPath>(path: CheckedPath<P>, value: SessionInputAt<P>): void;
  set(path: SessionPath, value: unknown): void {
    this.data.put(path, value);
  }

  /** `data.forget`. */
  del<const P extends SessionPath>(path: CheckedPath<P>): void;
  del(path: SessionPath): void {
    this.data.forget(path);
  }

  /** Clears who is shown, and lets nobody share what is under way for them. */
  #clear(): void {
    this.#running = new Map();
    this.#state.end('local', 'signedOut', null);
  }

  #share<T>(kind: string, start: () => Observable<T>): Promise<T> {
    const shared = this.#running.get(kind) as Promise<T> | undefined;
    if (shared) return shared;
    const started = this.#settled(start());
    // The map of this person: what ends after a sign-in has nothing to take out of the next one's.
    const running = this.#running;
    running.set(kind, started);
    const forget = () => running.delete(kind);
    started.then(forget, forget);
    return started;
  }

  #load(options: SessionRequestOptions, source?: SessionEventSource): Observable<SessionResponse> {
    // What is read must tell of the session after all changes, and not of one that is to be ended.
    return this.#queue.whenIdle(() => {
      if (this.#owedSignOut) {
        return this.#sendSignOut(this.#owedSignOut).pipe(
          switchMap(() => this.#load(options, source)),
        );
      }
      const claim = this.#state.start();
      this.#loads.update((count) => count + 1);
      return defer(() => this.#backend.fetch(options)).pipe(
        throwIfEmpty(),
        map((response) => {
          const body = this.#state.unpack(response.body ?? null, claim());
          const user = body === null ? null : this.#config.parseUser(body);
          this.#retryAt = 0;
          if (claim()) this.#state.become(answered(user, new Date()), source);
          return response.clone({ body: user });
        }),
        catchError((error: unknown) => {
          const known = untracked(this.#state.snapshot);
          // Not modified: what is known holds, if anything is known.
          if (statusOf(error) !== 304 || !known.updatedAt) return this.#fail(error, claim, source);
          if (claim()) this.#state.become(answered(known.user, new Date()), source);
          return of(toResponse(error as HttpErrorResponse, known.user));
        }),
        finalize(() => {
          this.#loads.update((count) => count - 1);
        }),
      );
    });
  }

  /** Sends the owed sign-out; it stays owed unless the server says that the session is over. */
  #sendSignOut(
    request: () => Observable<HttpResponse<unknown>>,
  ): Observable<HttpResponse<unknown>> {
    const claim = this.#state.start();
    return this.#queue.enqueue(request).pipe(
      catchError((error: unknown) =>
        statusOf(error) === 401
          ? of(toResponse<unknown>(error as HttpErrorResponse, null))
          : this.#fail(error, claim),
      ),
      tap(() => {
        this.#pay(request);
        if (claim()) this.#state.become(answered(null, new Date()), 'local');
      }),
    );
  }

  /** Takes the sign-out off the books, unless a later one is on them by now. */
  #pay(debt: (() => Observable<HttpResponse<unknown>>) | null): void {
    if (this.#owedSignOut === debt) this.#owedSignOut = null;
  }

  /** Takes note of a failure, unless something later has answered, and fails with it. */
  #fail(error: unknown, claim: () => boolean, source?: SessionEventSource): Observable<never> {
    const reason = toSessionError(error);
    const now = Date.now();
    this.#retryAt = now + retryAfter(error, now);
    if (claim()) {
      this.#state.become(
        statusOf(error) === 401
          ? answered(null, new Date())
          : failed(untracked(this.#state.snapshot), reason),
        source,
        'unauthorized',
      );
    }
    return throwError(() => (error instanceof HttpErrorResponse ? error : reason));
  }

  /** Stays open for ever once the application is gone: what waited must not go on without it. */
  #settled<T>(request: Observable<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#destroyRef.destroyed) return;
      const waiting = request.subscribe({ next: resolve, error: reject });
      waiting.add(
        this.#destroyRef.onDestroy(() => {
          waiting.unsubscribe();
        }),
      );
    });
  }
}

function statusOf(error: unknown): number | undefined {
  return (error as Partial<HttpErrorResponse> | null)?.status;
}
