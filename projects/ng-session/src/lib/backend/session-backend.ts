import type { HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import { WatchedSessionBackend } from './dev-warnings/watched-session-backend';
import { HttpSessionBackend } from './http-session-backend';
import type { SessionRequestOptions } from './session-request-options';

declare const ngDevMode: boolean | undefined;

/**
 * How a session is fetched and changed. The default speaks HTTP with the session's routes; another is
 * provided under this class:
 *
 * ```ts
 * providers: [provideNgSession(), { provide: SessionBackend, useClass: GraphQLSessionBackend }]
 * ```
 *
 * Each method gives one answer or fails with an `HttpErrorResponse`, whose status 401 means that
 * nobody is signed in. Nothing is sent before the subscription; its end cancels.
 */
@Injectable({
  providedIn: 'root',
  useFactory: (): SessionBackend =>
    ngDevMode ? inject(WatchedSessionBackend) : inject(HttpSessionBackend),
})
export abstract class SessionBackend {
  /** Reads the user; the body is what `parseUser` gets. */
  abstract fetch(options: SessionRequestOptions): Observable<HttpResponse<unknown>>;
  /** Tells the server to read the user anew. */
  abstract refetch(
    data: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>>;
  /** Sends credentials. */
  abstract signIn(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>>;
  /** Ends the session on the server. */
  abstract signOut(
    data: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>>;
}
