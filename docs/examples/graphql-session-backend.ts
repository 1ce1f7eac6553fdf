import { HttpClient, HttpErrorResponse, type HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { SessionBackend, type SessionRequestOptions } from 'ng-session';
import { type Observable, mergeMap, of, throwError } from 'rxjs';

const ENDPOINT = '/graphql';

// #region backend
interface Answer {
  readonly data?: { readonly me?: unknown };
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** Speaks with a server that has one URL for everything. */
@Injectable()
export class GraphQLSessionBackend extends SessionBackend {
  readonly #http = inject(HttpClient);

  override fetch(options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.#send('query { me { id name roles } }', undefined, options);
  }

  override refetch(
    data: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    return this.#send('mutation { refreshMe }', data, options);
  }

  override signIn(
    data: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    return this.#send(
      'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) }',
      data,
      options,
    );
  }

  override signOut(
    data: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    return this.#send('mutation { signOut }', data, options);
  }

  #send(
    query: string,
    variables: unknown,
    options: SessionRequestOptions,
  ): Observable<HttpResponse<unknown>> {
    return this.#http
      .post<Answer>(
        ENDPOINT,
        { query, variables },
        { ...options, observe: 'response', withCredentials: true },
      )
      .pipe(mergeMap(toAnswer));
  }
}

/** GraphQL reports a missing sign-in with status 200; the session knows it by 401. */
function toAnswer(response: HttpResponse<Answer>): Observable<HttpResponse<unknown>> {
  const { data, errors } = response.body ?? {};
  if (!errors?.length) return of(response.clone({ body: data?.me ?? null }));
  const isSignedOut = errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
  const status = isSignedOut ? 401 : 500;
  return throwError(() => new HttpErrorResponse({ status, url: ENDPOINT, error: errors }));
}
// #endregion backend
