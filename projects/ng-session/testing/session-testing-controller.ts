import { Injectable, inject, untracked } from '@angular/core';
import {
  SessionError,
  type SessionEvent,
  type SessionUser,
  ɵSessionState,
  ɵanswered,
  ɵfailed,
  ɵtoSessionError,
} from 'ng-session';
import { isUser } from './is-user';
import { type SessionFailure, toFailure } from './session-failure';
import { type SessionTestingRequest, type SignInHandler, TestingBackend } from './testing-backend';

/**
 * Says what happens to the session in a test. What it does can be read at once; what the app itself
 * asks of the session, such as `session.signOut()`, is answered in microtasks.
 *
 * ```ts
 * TestBed.configureTestingModule({ providers: [provideNgSessionTesting({ user: ada })] });
 * const controller = TestBed.inject(SessionTestingController);
 *
 * controller.expire();
 * expect(TestBed.inject(SessionService).user()).toBeNull();
 * controller.expectEvent('unauthorized');
 * ```
 */
@Injectable()
export class SessionTestingController {
  readonly #state = inject(ɵSessionState);
  readonly #backend = inject(TestingBackend);
  /** What was sent and is not expected yet. */
  readonly #events: SessionEvent[] = [];

  /** What the app has asked of the server, oldest first, a load at start-up or of a navigation too. */
  readonly requests: readonly SessionTestingRequest[] = this.#backend.requests;

  constructor() {
    this.#state.events.subscribe((event) => this.#events.push(event));
  }

  /**
   * Has somebody be signed in from now on. Sends `signedIn`; `identityChanged` where they take the
   * place of another; `updated` where only properties of the same person change, or where it is the
   * first answer after `loading`.
   * @throws SessionError `invalid-value` for a user that is no object.
   */
  signInAs(user: SessionUser): void {
    if (!isUser(user)) {
      throw new SessionError(
        'invalid-value',
        `signInAs() takes a user, which is an object; it got ${String(user)}.`,
      );
    }
    // What is under way tells nothing of what is from now on.
    this.#state.start()();
    this.#state.become(ɵanswered(user, new Date()), 'local');
    this.#backend.change({ user, failure: null });
  }

  /** Signs out, as the app itself would: user and session data are gone. Sends `signedOut`. */
  signOut(): void {
    this.#state.end('local', 'signedOut', new Date());
    this.#state.clearData();
    this.#backend.change({ user: null, failure: null });
  }

  /** Has the server end the session, as a 401 does. Sends `unauthorized`; the session data stays. */
  expire(): void {
    this.#state.end('server', 'unauthorized', new Date());
    this.#backend.change({ user: null, failure: null });
  }

  /**
   * Has a refresh fail now, and each request of the session from now on, until `recover`, `signInAs`,
   * `signOut` or `expire`. The user is kept, as `stale`; where nobody was known, `status` is `error`.
   *
   * ```ts
   * controller.fail('network');
   * expect(session.error()?.code).toBe('network');
   * ```
   *
   * @throws SessionError `invalid-value` for what is no failure; nor is a 401: that is `expire()`.
   */
  fail(failure: SessionFailure): void {
    const cause = toFailure(failure);
    if (!cause || ('status' in cause && cause.status === 401)) {
      throw new SessionError(
        'invalid-value',
        `fail() takes 'network', 'timeout', a status from 400 to 599, or an error, but no 401: ` +
          `that ends the session, so call expire(); it got ${describe(failure)}.`,
      );
    }
    const known = untracked(this.#state.snapshot);
    this.#state.become(ɵfailed(known, ɵtoSessionError(cause)), 'server');
    this.#backend.change({ failure: cause });
  }

  /** Ends what `fail` began: the next request finds who was signed in before. */
  recover(): void {
    this.#backend.change({ failure: null });
  }

  /**
   * Decides how the sign-ins of the app end: with the user who is signed in then, or refused. A
   * promise or an observable keeps the sign-in waiting; only after a subject that emits does
   * `fixture.whenStable()` wait for what the app does next. Without a decision each one fails with a
   * `SessionError` that says so.
   *
   * ```ts
   * controller.onSignIn(() => ada);
   * controller.onSignIn(() => 401);
   * controller.onSignIn(() => new HttpErrorResponse({ status: 422, error: { email: ['is unknown'] } }));
   *
   * const answer = new Subject<SignInAnswer>();
   * controller.onSignIn(() => answer); // busy until answer.next(ada)
   * ```
   */
  onSignIn(answer: SignInHandler): void {
    this.#backend.answerSignIn = answer;
  }

  /**
   * Returns the oldest event of this type that was not yet expected.
   *
   * ```ts
   * controller.signInAs(ada);
   * expect(controller.expectEvent('signedIn').user).toEqual(ada);
   * ```
   *
   * @throws Error with the events that were sent, where none is of this type.
   */
  expectEvent<T extends SessionEvent['type']>(type: T): SessionEvent & { readonly type: T } {
    const index = this.#events.findIndex((event) => event.type === type);
    const [event] = index < 0 ? [] : this.#events.splice(index, 1);
    if (event) return event as SessionEvent & { readonly type: T };
    throw new Error(
      `Expected the event ${type}, but ${this.#list(this.#events)}. ` +
        'If it is still to come, wait for what sends it.',
    );
  }

  /**
   * Makes sure that every event of this type, or without one every event at all, was expected.
   * @throws Error with the events that were not.
   */
  expectNoEvent(type?: SessionEvent['type']): void {
    const left = this.#events.filter((event) => type === undefined || event.type === type);
    if (!left.length) return;
    throw new Error(
      `Expected no event${type ? ` ${type}` : ''}, but ${this.#list(left)}. ` +
        'Take those that are right with expectEvent() first.',
    );
  }

  #list(events: readonly SessionEvent[]): string {
    const list = events.map(({ type, source }) => `${type} (${source})`).join(', ');
    return list ? `these were sent: ${list}` : 'none was sent that is not expected yet';
  }
}

function describe(failure: SessionFailure): string {
  return typeof failure === 'object' ? 'an error with that status' : String(failure);
}
