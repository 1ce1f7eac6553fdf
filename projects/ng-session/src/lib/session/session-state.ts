import type { HttpErrorResponse, HttpRequest } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, signal, untracked } from '@angular/core';
import { Subject } from 'rxjs';
import { isEqual } from '../config/is-equal';
import { isPlainObject } from '../config/is-plain-object';
import { SESSION_CONFIG } from '../config/resolve-config';
import { SessionError } from '../config/session-error';
import type { SessionUser } from '../config/session-user';
import { SessionData } from '../data/session-data';
import { toRoles } from './match-roles';
import { type SessionEvent, type SessionEventSource, eventBetween } from './session-event';
import { type SessionSnapshot, UNKNOWN, answered } from './session-snapshot';

declare const ngDevMode: boolean | undefined;

/** What is known of the session, and the one place that changes it. */
@Injectable({ providedIn: 'root' })
export class SessionState {
  readonly snapshot = signal(UNKNOWN);
  /** Why the store of the data does not work at the moment. */
  readonly storeError = signal<SessionError | null>(null);
  readonly user = computed(() => this.snapshot().user);
  /** Written with the user rather than computed from it: roles are asked for far more often. */
  readonly roles = signal<readonly string[]>([]);
  readonly roleSet = signal<ReadonlySet<string>>(new Set());
  readonly events = new Subject<SessionEvent>();
  /** Tells of every change at once, for what can not wait for an effect. */
  readonly changes = new Subject<void>();
  /** Tells at once why the data has ended, for what keeps it elsewhere. */
  // eslint-disable-next-line @typescript-eslint/consistent-generic-constructors -- or the compiler orders the two as it likes
  readonly ended: Subject<'signedOut' | 'identityChanged'> = new Subject();
  /** Takes what is not the user out of an answer, which may have been overtaken by a later one. */
  unpack: (body: unknown, isCurrent: boolean) => unknown = (body) => body;
  /** Whether a 401 to this request, which one of our origins has answered, ends the session. */
  isItsEnd: (request: HttpRequest<unknown>, refusal: HttpErrorResponse) => boolean = () => true;
  /** Changes with the person: a request that was sent in another era tells nothing of this one. */
  era = 0;

  readonly #config = inject(SESSION_CONFIG);
  readonly #data = inject(SessionData);
  #started = 0;
  #latest = 0;
  /** Whose data is kept: outlives the sign-in, so that somebody else never finds it. */
  #owner: SessionUser | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.events.complete();
    });
    this.#data.liveUser = {
      read: this.user,
      write: (user = null) => {
        this.#setUser(user);
      },
    };
  }

  /**
   * Starts an operation; the result, called with its answer, says whether that may change the state.
   * The latest started wins: an answer is dropped once a later started operation has answered.
   */
  start(): () => boolean {
    const turn = ++this.#started;
    return () => turn >= this.#latest && !!(this.#latest = turn);
  }

  /** Takes the snapshot for what is known from now on, and tells what has changed by it. */
  become(
    next: SessionSnapshot,
    source: SessionEventSource = 'server',
    end: 'signedOut' | 'unauthorized' = 'signedOut',
  ): void {
    const before = untracked(this.snapshot);
    // The same object for an equal answer, so that nothing that shows the user is rendered again.
    const user = isEqual(next.user, before.user) ? before.user : next.user;
    if (user) {
      if (this.#owner && !this.#samePerson(this.#owner, user)) {
        this.#endData('identityChanged');
      }
      this.#owner = user;
    }
    const event = eventBetween(before, user, source, end, this.#samePerson);
    if (event && event.type !== 'updated') this.era++;
    // An id that was known before the sign-in leads nowhere after it; another tab has seen to it there.
    if (event?.type === 'signedIn' && source !== 'tab') this.#data.regenerate();
    if (user !== before.user) this.#setRoles(this.#rolesOf(user));
    this.snapshot.set({ ...next, user });
    this.changes.next();
    if (event) this.events.next(event);
  }

  /** Forgets the user, and outdates whatever is still under way. */
  end(
    source: SessionEventSource,
    type: 'signedOut' | 'unauthorized',
    updatedAt: Date | null,
  ): void {
    this.start()();
    this.become(answered(null, updatedAt), source, type);
  }

  /** Forgets the data too, as the end of a session does. */
  clearData(): void {
    this.#endData('signedOut');
    this.#owner = null;
  }

  #endData(reason: 'signedOut' | 'identityChanged'): void {
    this.#data.clear();
    this.#data.regenerate();
    this.ended.next(reason);
  }

  #setUser(user: unknown): void {
    if (user !== null && !isPlainObject(user)) {
      throw new SessionError(
        'invalid-value',
        ngDevMode && 'the user is an object or null; nothing was changed.',
      );
    }
    const known = untracked(this.snapshot);
    if (user === known.user) return;
    const status = user ? 'authenticated' : 'unauthenticated';
    this.become({ ...known, user, status }, 'local');
  }

  #setRoles(roles: readonly string[]): void {
    // The same list for equal roles, so that nothing that shows them is rendered again.
    if (isEqual(roles, untracked(this.roles))) return;
    this.roles.set(roles);
    this.roleSet.set(new Set(roles));
  }

  readonly #samePerson = (a: SessionUser, b: SessionUser): boolean => {
    // The function of the app may throw, which must not keep a failure from being recorded.
    if (a === b) return true;
    const identity = this.#config.identity(a);
    // Without an identity only an equal user is the same: better to lose a cart than to show another's.
    return (identity ?? null) === null
      ? isEqual(a, b)
      : isEqual(identity, this.#config.identity(b));
  };

  #rolesOf(user: SessionUser | null): readonly string[] {
    try {
      return user ? toRoles(this.#config.roles(user)) : [];
    } catch {
      // The app's function met an answer it did not expect: no role, and no throw into a template.
      return [];
    }
  }
}
