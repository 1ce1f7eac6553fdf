import { DOCUMENT } from '@angular/common';
import { DestroyRef, Injectable, Injector, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Observable } from 'rxjs';
import { DataKeeper } from '../../data/keep/data-keeper';
import { SESSION_CONFIG } from '../../config/resolve-config';
import { type Steps, takeSteps } from '../../data/keep/steps';
import { SessionData } from '../../data/session-data';
import type { SessionEvent } from '../../session/session-event';
import { SessionService } from '../../session/session-service';
import { SessionState } from '../../session/session-state';
import { ACTIVE_STORE } from './active-store';
import { alone } from '../page/alone';
import { idsFor } from './ids-for';
import { injectPageMoments } from '../page/page-moments';
import { injectPageSession } from './page-session';
import { isNewBrowser } from './is-new-browser';
import { injectTimeLimit } from '../page/time-limit';
import { injectTimer } from '../page/timer';
import { toStoreError } from './to-store-error';
import { tooLate } from './too-late';
import { WorkQueue } from './work-queue';

/** Milliseconds before the first retry, each later one after twice as long, and the longest wait. */
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 60_000;
/** Milliseconds that the start of the app waits for what is stored. */
const START_PATIENCE = 1000;

/** Keeps the session data in the active store, in step with the application and with other tabs. */
@Injectable()
export class StoreSync {
  readonly #active = inject(ACTIVE_STORE);
  readonly #data = inject(SessionData);
  readonly #session = inject(SessionService);
  readonly #state = inject(SessionState);
  readonly #injector = inject(Injector);
  readonly #destroyRef = inject(DestroyRef);
  readonly #document = inject(DOCUMENT);
  readonly #retry = injectTimer();
  readonly #end = injectTimer();
  readonly #startLimit = injectTimer();
  readonly #timeout = inject(SESSION_CONFIG).timeout;
  readonly #inTime = injectTimeLimit(this.#timeout, () => tooLate(this.#timeout));
  readonly #queue = new WorkQueue();
  #retryDelay = FIRST_RETRY;
  #isFailing = false;
  /** What has happened before anybody in the app could listen. */
  #early: SessionEvent[] | null = [];
  readonly #keeper = new DataKeeper({
    ...this.#active,
    ids: idsFor(this.#active.store, this.#document, this.#active.name),
    page: injectPageSession(),
    tell: (type) => {
      this.#tell({ type, source: 'local' });
    },
    ask: () => {
      // Not while it looks at what is stored.
      queueMicrotask(() => {
        this.#ask();
      });
    },
  });

  /**
   * Loads what is stored, and begins to keep what changes; ends with the application. Settles when it
   * is loaded, so that guards and components find it, or when that takes too long.
   */
  start(): void | Promise<void> {
    const { clearWithBrowser, name, store } = this.#active;
    if (clearWithBrowser && isNewBrowser(this.#document, name)) this.#keeper.abandon('signedOut');
    let loaded = undefined as void | Promise<void>;
    this.#queue.add('load', (signal) => (loaded = this.#take(this.#keeper.load(), signal)));
    this.#followSession();
    this.#followPage();
    const stop = store.watch?.(() => {
      this.#load();
    });
    this.#destroyRef.onDestroy(() => {
      stop?.();
      this.#queue.stop();
    });
    if (!loaded) {
      this.#followData();
      return;
    }
    const tooLong = new Promise<void>((resolve) => {
      this.#startLimit.set(START_PATIENCE, resolve);
    });
    return Promise.race([loaded, tooLong]).then(() => {
      this.#startLimit.clear();
      if (!this.#destroyRef.destroyed) this.#followData();
    });
  }

  #followData(): void {
    // One run a turn, however many changes there were.
    effect(
      () => {
        this.#data.all();
        this.#data.sessionId();
        this.#state.user();
        untracked(() => {
          const isStart = this.#early !== null;
          this.#tellEarly();
          // What came from another tab is no activity of this one.
          if (isStart || this.#isFailing || this.#keeper.isBehind) this.#commit();
          else this.#note();
        });
      },
      { injector: this.#injector },
    );
  }

  #followSession(): void {
    // At once, before anything is rendered: what belongs to one person is never seen by another.
    let saidAt: Date | null = null;
    this.#follow(this.#state.changes, () => {
      this.#keeper.disown();
      const { updatedAt } = untracked(this.#state.snapshot);
      if (updatedAt === null || updatedAt === saidAt) return;
      saidAt = updatedAt;
      const wasInDoubt = this.#keeper.isInDoubt;
      this.#keeper.confirm();
      if (wasInDoubt) this.#commit();
    });
    this.#follow(this.#state.events, ({ type }) => {
      // There may be something of theirs.
      if (type === 'identityChanged') this.#load();
      if (type !== 'signedIn' || this.#active.store.reach !== 'server') return;
      this.#keeper.renew();
      this.#commit();
    });
    this.#follow(this.#state.ended, (reason) => {
      this.#keeper.abandon(reason);
    });
  }

  #followPage(): void {
    injectPageMoments({
      active: () => {
        this.#commit();
      },
      leaves: () => {
        this.#queue.interrupt((signal) => this.#take(this.#keeper.flush(), signal));
      },
      returns: () => {
        // What is stored may be another by now, or over.
        this.#ask();
        this.#load();
        this.#commit();
      },
      changedElsewhere: (key) => {
        // Another tab has begun or ended a session, which its store may tell too soon, or not at all.
        if (key === null || key === this.#active.name) this.#load();
      },
      online: () => {
        this.#ask();
        if (this.#isFailing) this.#commit();
      },
    });
  }

  #follow<T>(events: Observable<T>, then: (event: T) => void): void {
    events.pipe(takeUntilDestroyed(this.#destroyRef)).subscribe(then);
  }

  /** Has the server say who is here, where what is stored does not tell. */
  #ask(): void {
    if (!this.#keeper.isInDoubt || this.#destroyRef.destroyed) return;
    // A failure is told by the session itself; the next time that the page is shown, it is asked again.
    this.#session.update().catch(() => undefined);
  }

  #load(): void {
    this.#queue.add('load', (signal) =>
      this.#take(this.#keeper.load(), signal, () => {
        // The store answers again.
        if (this.#isFailing) this.#commit();
      }),
    );
  }

  #commit(): void {
    const { store, name } = this.#active;
    const isShared = store.reach !== 'page' && store.reach !== 'tab';
    const locks: LockManager | undefined = isShared
      ? this.#document.defaultView?.navigator.locks
      : undefined;
    this.#queue.add('commit', (signal) => {
      const work = () =>
        this.#take(this.#keeper.commit(), signal, () => {
          this.#succeed();
        });
      return locks ? alone(locks, name, work) : work();
    });
  }

  #take(steps: Steps<void>, signal: AbortSignal, then?: () => void): void | Promise<void> {
    return takeSteps(steps, {
      signal,
      wait: this.#inTime,
      done: () => {
        this.#note();
        then?.();
      },
      failed: (error) => {
        this.#fail(error);
      },
    });
  }

  /** Takes note of what is stored by now. */
  #note(): void {
    this.#data.kept.stored.set(this.#keeper.stored);
  }

  /** All is stored, and the session is as young as it can be. */
  #succeed(): void {
    this.#lookAgain(this.#active.age);
    this.#retry.clear();
    this.#retryDelay = FIRST_RETRY;
    this.#isFailing = false;
    this.#state.storeError.set(null);
  }

  /** Looks whether the session is over; where another tab keeps it alive, a little later again. */
  #lookAgain(milliseconds: number): void {
    this.#end.set(milliseconds, () => {
      this.#load();
      // A server takes each question for activity: asked again and again, no session would ever end.
      if (this.#active.store.reach !== 'server') this.#lookAgain(this.#active.age / 10);
    });
  }

  /** The values stay in memory. It is said once, and tried until it works. */
  #fail(reason: unknown): void {
    this.#retry.set(this.#retryDelay, () => {
      this.#commit();
    });
    this.#retryDelay = Math.min(2 * this.#retryDelay, LONGEST_RETRY);
    if (this.#isFailing) return;
    this.#isFailing = true;
    const error = toStoreError(reason);
    this.#state.storeError.set(error);
    this.#tell({ type: 'storeFailed', source: 'local', error });
  }

  #tell(event: SessionEvent): void {
    if (this.#early) this.#early.push(event);
    else this.#state.events.next(event);
  }

  #tellEarly(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const event of early) this.#state.events.next(event);
  }
}
