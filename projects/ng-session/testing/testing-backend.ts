import { HttpResponse, type HttpErrorResponse } from '@angular/common/http';
import { Injectable, PendingTasks, inject, untracked } from '@angular/core';
import {
  SessionBackend,
  SessionError,
  type SessionRequestOptions,
  type SessionUser,
  ɵSessionState,
} from 'ng-session';
import {
  BehaviorSubject,
  type Observable,
  defer,
  delayWhen,
  finalize,
  first,
  from,
  isObservable,
  map,
  of,
  switchMap,
  throwError,
} from 'rxjs';
import { isUser } from './is-user';
import { type SessionFailure, toFailure } from './session-failure';

/** What was asked of the server, which there is none of in a test. */
export interface SessionTestingRequest {
  /** The user was read, or read anew by the server; somebody signed in or out. */
  readonly operation: 'fetch' | 'refetch' | 'signIn' | 'signOut';
  /** What was given to `signIn`, `signOut` or `reload`. */
  readonly data?: unknown;
  /** The options of the request. */
  readonly options: SessionRequestOptions;
}

/** How a sign-in ends: with the user who is signed in then, or with why it is refused. */
export type SignInAnswer = SessionUser | SessionFailure;

/** Decides how a sign-in with this data ends, at once or later. */
export type SignInHandler = (
  data: unknown,
) => SignInAnswer | Promise<SignInAnswer> | Observable<SignInAnswer>;

/** What the server knows, and what it answers with instead. */
interface Server {
  readonly user: SessionUser | null;
  readonly failure: HttpErrorResponse | SessionError | null;
}

/** Stands in for the server: hears each request a microtask later, without HTTP and without timers. */
@Injectable()
export class TestingBackend extends SessionBackend {
  readonly requests: SessionTestingRequest[] = [];
  /** Decides how a sign-in ends. */
  answerSignIn: SignInHandler = refuseUnprepared;

  readonly #state = inject(ɵSessionState);
  readonly #pendingTasks = inject(PendingTasks);
  /** `null` for a server that has not answered yet: reads wait for it. */
  readonly #server = new BehaviorSubject<Server | null>(null);

  constructor() {
    super();
    // Somebody else, such as the API that an interceptor watches, has said that the session is over.
    this.#state.events.subscribe(({ type }) => {
      if (type === 'unauthorized') this.change({ user: null });
    });
  }

  /** Changes what the server knows; reads that waited for an answer get one. */
  change(change: Partial<Server>): void {
    this.#server.next({ user: null, failure: null, ...this.#server.value, ...change });
  }

  fetch(options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.#read({ operation: 'fetch', options }).pipe(
      map((user) => new HttpResponse<unknown>({ body: user })),
    );
  }

  refetch(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.#read({ operation: 'refetch', data, options }).pipe(map(noContent));
  }

  signIn(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.#send({ operation: 'signIn', data, options }).pipe(
      switchMap(() => {
        const answer: unknown = this.answerSignIn(data);
        return isObservable(answer) ? answer.pipe(first()) : Promise.resolve(answer);
      }),
      // However late the test decides, `fixture.whenStable()` waits for what the app does then.
      delayWhen(() => this.#turn()),
      switchMap((answer) => {
        const failure = toFailure(answer);
        // A refusal leaves nobody signed in, so nobody is to come back with the next read.
        this.change({ user: failure ? null : toUser(answer) });
        return failure ? throwError(() => failure) : of(noContent());
      }),
    );
  }

  signOut(data: unknown, options: SessionRequestOptions): Observable<HttpResponse<unknown>> {
    return this.#send({ operation: 'signOut', data, options }).pipe(
      map(() => {
        // Somebody is shown: it is an owed sign-out, sent again, of whoever was there before them.
        if (!untracked(this.#state.user)) this.change({ user: null });
        return noContent();
      }),
    );
  }

  /** Reads the user, as soon as the server says anything. */
  #read(request: SessionTestingRequest): Observable<SessionUser> {
    return this.#send(request, this.#server.pipe(first((server) => server !== null))).pipe(
      switchMap(() => {
        const user = this.#server.value?.user;
        return user ? of(user) : throwError(() => toFailure(401));
      }),
    );
  }

  /** Takes note of a request, and lets the server hear it when it is ready. */
  #send(
    request: SessionTestingRequest,
    ready: Observable<unknown> = of(true),
  ): Observable<unknown> {
    return defer(() => {
      this.requests.push(request);
      return ready.pipe(
        delayWhen(() => this.#turn()),
        switchMap((heard) => {
          const failure = this.#server.value?.failure;
          return failure ? throwError(() => failure) : of(heard);
        }),
      );
    });
  }

  /** The next turn, which the application waits for as it does for HTTP. */
  #turn(): Observable<void> {
    return defer(() => from(Promise.resolve()).pipe(finalize(this.#pendingTasks.add())));
  }
}

function noContent(): HttpResponse<unknown> {
  return new HttpResponse({ status: 204 });
}

function refuseUnprepared(): never {
  throw new SessionError(
    'invalid-config',
    'a sign-in was tried, and the test does not say how it ends; call `onSignIn()` of ' +
      'SessionTestingController before it.',
  );
}

/** @throws SessionError `invalid-value` for what is neither a user nor a failure. */
function toUser(answer: unknown): SessionUser {
  if (isUser(answer)) return answer;
  throw new SessionError(
    'invalid-value',
    `onSignIn() must answer with a user, 'network', 'timeout', a status from 400 to 599, or an ` +
      `error; it answered ${String(answer)}.`,
  );
}
