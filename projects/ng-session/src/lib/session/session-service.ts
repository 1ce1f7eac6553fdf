import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { DestroyRef, Injectable, type Signal, computed, inject, signal, untracked } from '@angular/core';
import {
  type Observable,
  Subject,
  catchError,
  finalize,
  firstValueFrom,
  map,
  of,
  share,
  switchMap,
  takeUntil,
  tap,
  throwError,
} from 'rxjs';
import { SessionBackend } from '../backend/session-backend';
import type { SessionRequestOptions } from '../backend/session-request-options';
import { SESSION_CONFIG } from '../config/resolve-config';
import { SessionError } from '../config/session-error';
import type { SessionUser } from '../config/session-user';
import { SessionData } from '../data/session-data';
import type { SessionPath } from '../data/session-path';
import type { SessionValueAt } from '../data/session-value-at';
import { matchRoles } from './match-roles';
import { MutationQueue } from './mutation-queue';
import type { SessionEvent, SessionEventSource } from './session-event';
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

  private readonly state = inject(SessionState);
  private readonly backend = inject(SessionBackend);
  private readonly config = inject(SESSION_CONFIG);
  private readonly queue = new MutationQueue();
  private readonly destroyed = new Subject<never>();
  private readonly loads = signal(0);
  private updating: Observable<SessionResponse> | null = null;
  private signingOut: Observable<HttpResponse<unknown>> | null = null;
  /** A sign-out that the server has not confirmed: sent again before anything is read from it. */
  private owedSignOut: (() => Observable<HttpResponse<unknown>>) | null = null;

  /** The user, or `null`; with the name of a property, that property: `user('name')`. */
  readonly user: UserSignal = toUserSignal(this.state.user);
  /** The roles of the user; empty for nobody. */
  readonly roles: Signal<readonly string[]> = this.state.roles;
  /** What is known: `loading` and `error` mean that it is not known yet whether anybody is signed in. */
  readonly status: Signal<SessionStatus> = computed(() => this.state.snapshot().status);
  /** Whether somebody is signed in, as far as is known. */
  readonly isAuthenticated: Signal<boolean> = computed(() => this.user() !== null);
  /** Whether the user is being fetched. */
  readonly isRefreshing: Signal<boolean> = computed(() => this.loads() > 0);
  /** Whether the last refresh failed, so that what is shown is what was last known. */
  readonly stale: Signal<boolean> = computed(() => this.state.snapshot().stale);
  /** Why the last refresh failed, or `null`. */
  readonly error: Signal<SessionError | null> = computed(() => this.state.snapshot().error);
  /** When the server last said who is signed in. */
  readonly updatedAt: Signal<Date | null> = computed(() => this.state.snapshot().updatedAt);
  /** What changed, told once each; completes with the application. */
  readonly events: Observable<SessionEvent> = this.state.events.asObservable();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.destroyed.error(new SessionError('destroyed'));
    });
  }

  /**
   * Fetches the user. Callers of a running update share it.
   * Rejects with the `HttpErrorResponse` (401: nobody is signed in), or with a `SessionError` for an
   * answer that is no user; any failure but a 401 keeps the user, as `stale`.
   */
  update(options: SessionRequestOptions = {}): Promise<SessionResponse> {
    if (!this.updating) {
      const updating = this.queue
        .whenIdle(() => this.load(options))
        .pipe(
          finalize(() => {
            if (this.updating === updating) this.updating = null;
          }),
          share(),
        );
      this.updating = updating;
    }
    return this.settled(this.updating);
  }

  /**
   * Has the server read the user anew (PUT), then fetches the user with the same options. Resolves
   * with the answer to the GET; rejects as `update` does, and sends no GET where the PUT failed.
   */
  reload(data?: unknown, options: SessionRequestOptions = {}): Promise<SessionResponse> {
    const claim = this.state.order.start();
    return this.settled(
      this.queue
        .enqueue(() => this.backend.refetch(data, options))
        .pipe(
          catchError((error: unknown) => this.recover(error, claim)),
          switchMap(() => this.queue.whenIdle(() => this.load(options))),
        ),
    );
  }

  /**
   * Signs in with what the server asks for, then fetches the user. The user before is gone at once,
   * and a failure leaves nobody signed in: the promise rejects with the server's response.
   */
  signIn(data: unknown, options: SessionRequestOptions = {}): Promise<SessionResponse> {
    this.begin();
    return this.settled(
      this.queue
        .enqueue(() => this.backend.signIn(data, options))
        .pipe(
          switchMap(() => {
            this.owedSignOut = null;
            return this.queue.whenIdle(() => this.load({}, 'local'));
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
    if (!this.signingOut) {
      this.begin();
      this.state.clearData();
      this.owedSignOut = () => this.backend.signOut(data, options);
      const signingOut = this.sendSignOut(this.owedSignOut).pipe(
        finalize(() => {
          if (this.signingOut === signingOut) this.signingOut = null;
        }),
        share(),
      );
      this.signingOut = signingOut;
    }
    return this.settled(this.signingOut);
  }

  /**
   * Makes sure that the session is known and fresh by the rule of `cache`, with a request only where
   * it is not. Never rejects: `status`, `error` and `stale` tell.
   */
  async resolve(): Promise<void> {
    if (isFresh(untracked(this.updatedAt), this.config.cache, Date.now())) return;
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
    return matchRoles(this.state.roleSet(), roles, all);
  }

  /** `data.get`, where paths that begin with `user` lead to the user. */
  get<const P extends SessionPath>(path: P): SessionValueAt<P> | undefined;
  get<const P extends SessionPath, D>(path: P, defaultValue: D): SessionValueAt<P> | D;
  get(path: SessionPath, defaultValue?: unknown): unknown {
    return this.data.get(path, defaultValue);
  }

  /** `data.put`: `set('user', { … })` changes who is shown, in memory only. */
  set(path: SessionPath, value: unknown): void {
    this.data.put(path, value);
  }

  /** `data.forget`. */
  del(path: SessionPath): void {
    this.data.forget(path);
  }

  /** Clears who is shown, and lets nobody share or await what is under way for them. */
  private begin(): void {
    this.updating = null;
    this.signingOut = null;
    this.state.clearUser();
  }

  private load(
    options: SessionRequestOptions,
    source: SessionEventSource = 'server',
  ): Observable<SessionResponse> {
    if (this.owedSignOut) {
      return this.sendSignOut(this.owedSignOut).pipe(switchMap(() => this.load(options, source)));
    }
    const claim = this.state.order.start();
    this.loads.update((count) => count + 1);
    return this.backend.fetch(options).pipe(
      map((response) => {
        const { body } = response;
        const user = body === null || body === undefined ? null : this.config.parseUser(body);
        if (claim()) this.state.become(answered(user, new Date()), source);
        return response.clone({ body: user });
      }),
      catchError((error: unknown) => this.recover(error, claim)),
      finalize(() => {
        this.loads.update((count) => count - 1);
      }),
    );
  }

  /** Takes note of a failure, unless something later has answered, and fails with it. */
  private recover(error: unknown, claim: () => boolean): Observable<SessionResponse> {
    const known = untracked(this.state.snapshot);
    const status = error instanceof HttpErrorResponse && error.status;
    // Not modified: what is known holds, if anything is known.
    const holds = status === 304 && known.updatedAt;
    if (claim()) {
      this.state.become(
        holds
          ? { ...known, stale: false, error: null, updatedAt: new Date() }
          : status === 401
            ? answered(null, new Date())
            : failed(known, toSessionError(error)),
        'server',
        'unauthorized',
      );
    }
    return holds
      ? of(toResponse(error as HttpErrorResponse, known.user))
      : throwError(() => (error instanceof HttpErrorResponse ? error : toSessionError(error)));
  }

  private sendSignOut(
    request: () => Observable<HttpResponse<unknown>>,
  ): Observable<HttpResponse<unknown>> {
    const claim = this.state.order.start();
    return this.queue.enqueue(request).pipe(
      catchError((error: HttpErrorResponse) =>
        error.status === 401 ? of(toResponse(error, error.error as unknown)) : throwError(() => error),
      ),
      tap({
        next: () => {
          this.owedSignOut = null;
          if (claim()) this.state.become(answered(null, new Date()), 'local');
        },
        error: (error: unknown) => {
          const known = untracked(this.state.snapshot);
          if (claim()) this.state.become(failed(known, toSessionError(error)), 'local');
        },
      }),
    );
  }

  private settled<T>(request: Observable<T>): Promise<T> {
    return firstValueFrom(request.pipe(takeUntil(this.destroyed)));
  }
}

/** The answer behind an error that is none. */
function toResponse<T>(error: HttpErrorResponse, body: T): HttpResponse<T> {
  const { headers, status, statusText, url } = error;
  return new HttpResponse({ body, headers, status, statusText, url: url ?? undefined });
}
