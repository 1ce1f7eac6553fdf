import { DestroyRef, Injectable, computed, inject, signal, untracked } from '@angular/core';
import { dequal } from 'dequal/lite';
import { Subject } from 'rxjs';
import { isPlainObject } from '../config/is-plain-object';
import { SESSION_CONFIG } from '../config/resolve-config';
import { SessionError } from '../config/session-error';
import type { SessionUser } from '../config/session-user';
import { SessionData } from '../data/session-data';
import { AnswerOrder } from './answer-order';
import { toRoles } from './match-roles';
import { type SessionEvent, type SessionEventSource, eventBetween } from './session-event';
import { type SessionSnapshot, UNKNOWN, answered } from './session-snapshot';

declare const ngDevMode: boolean | undefined;

/** What is known of the session, and the one place that changes it. */
@Injectable({ providedIn: 'root' })
export class SessionState {
  readonly snapshot = signal(UNKNOWN);
  readonly user = computed(() => this.snapshot().user);
  readonly roles = computed(() => this.rolesOf(this.user()), { equal: dequal });
  readonly roleSet = computed<ReadonlySet<string>>(() => new Set(this.roles()));
  readonly events = new Subject<SessionEvent>();
  readonly order = new AnswerOrder();
  /** Changes with the person: a request that was sent in another era tells nothing of this one. */
  era = 0;

  private readonly config = inject(SESSION_CONFIG);
  private readonly data = inject(SessionData);
  /** Whose data is kept: outlives the sign-in, so that somebody else never finds it. */
  private owner: SessionUser | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.events.complete();
    });
    this.data.liveUser = {
      read: this.user,
      write: (user) => {
        this.setUser(user ?? null);
      },
    };
  }

  /** Takes the snapshot for what is known from now on, and tells what has changed by it. */
  become(
    next: SessionSnapshot,
    source: SessionEventSource,
    end: 'signedOut' | 'unauthorized' = 'signedOut',
  ): void {
    const before = untracked(this.snapshot);
    const user = this.keepEqual(next.user, before.user);
    if (user) {
      if (this.owner && !this.samePerson(this.owner, user)) this.data.clear();
      this.owner = user;
    }
    const after = { ...next, user };
    const event = eventBetween(before, after, source, end, this.samePerson);
    if (event && event.type !== 'updated') this.era++;
    this.snapshot.set(after);
    if (event) this.events.next(event);
  }

  /** Forgets the user at once, and outdates whatever is still under way. */
  clearUser(): () => boolean {
    this.become(answered(null, null), 'local');
    return this.order.supersede();
  }

  /** Forgets the data too, as the end of a session does. */
  clearData(): void {
    this.data.clear();
    this.owner = null;
  }

  /** Ends the session of that era, because the server no longer knows it. @returns whether it was there. */
  endUnauthorized(era: number): boolean {
    if (era !== this.era || !untracked(this.user)) return false;
    this.order.supersede();
    this.become(answered(null, new Date()), 'server', 'unauthorized');
    return true;
  }

  private setUser(user: unknown): void {
    if (user !== null && !isPlainObject(user)) {
      throw new SessionError(
        'invalid-value',
        ngDevMode && 'the user is an object or null; nothing was changed.',
      );
    }
    const { updatedAt } = untracked(this.snapshot);
    this.become(answered(user, updatedAt), 'local');
  }

  /** The same object for an equal answer, so that nothing that shows the user is rendered again. */
  private keepEqual(user: SessionUser | null, known: SessionUser | null): SessionUser | null {
    return dequal(user, known) ? known : user;
  }

  private readonly samePerson = (a: SessionUser, b: SessionUser): boolean => {
    const identity = this.config.identity(a);
    // Without an identity only an equal user is the same: better to lose a cart than to show another's.
    return identity === undefined ? dequal(a, b) : dequal(identity, this.config.identity(b));
  };

  private rolesOf(user: SessionUser | null): readonly string[] {
    try {
      return user ? toRoles(this.config.roles(user)) : [];
    } catch {
      // The app's function met an answer it did not expect: no role, and no throw into a template.
      return [];
    }
  }
}
