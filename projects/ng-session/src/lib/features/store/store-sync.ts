import { DOCUMENT } from '@angular/common';
import { DestroyRef, Injectable, Injector, effect, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd } from '@angular/router';
import { type Observable, fromEvent } from 'rxjs';
import { DataKeeper } from '../../data/keep/data-keeper';
import { type Steps, takeSteps } from '../../data/keep/steps';
import { SessionData } from '../../data/session-data';
import { injectRouter } from '../../session/inject-router';
import type { SessionEvent } from '../../session/session-event';
import { SessionState } from '../../session/session-state';
import { ACTIVE_STORE } from './active-store';
import { alone } from './alone';
import { idsFor } from './ids-for';
import { injectPageSession } from './page-session';
import { isNewBrowser } from './is-new-browser';
import { injectTimer } from './timer';
import { toStoreError } from './to-store-error';
import { WorkQueue } from './work-queue';

/** Milliseconds before the first retry, each later one after twice as long, and the longest wait. */
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 60_000;

/** Keeps the session data in the active store, in step with the application and with other tabs. */
@Injectable()
export class StoreSync {
  readonly #active = inject(ACTIVE_STORE);
  readonly #data = inject(SessionData);
  readonly #state = inject(SessionState);
  readonly #router = injectRouter();
  readonly #injector = inject(Injector);
  readonly #destroyRef = inject(DestroyRef);
  readonly #document = inject(DOCUMENT);
  readonly #retry = injectTimer();
  readonly #end = injectTimer();
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
  });

  /** Loads what is stored, and begins to keep what changes; ends with the application. */
  start(): void {
    const { clearWithBrowser, name, store } = this.#active;
    if (clearWithBrowser && isNewBrowser(this.#document, name)) this.#keeper.abandon('signedOut');
    this.#load();
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
          if (isStart || this.#keeper.isBehind) this.#commit();
        });
      },
      { injector: this.#injector },
    );
    this.#followSession();
    this.#followPage();
    const stop = store.watch?.(() => {
      this.#load();
    });
    this.#destroyRef.onDestroy(() => {
      stop?.();
      this.#queue.stop();
    });
  }

  #followSession(): void {
    // At once, before anything is rendered: what belongs to one person is never seen by another.
    this.#follow(this.#state.changes, () => {
      this.#keeper.disown();
    });
    this.#follow(this.#state.ended, (reason) => {
      this.#keeper.abandon(reason);
    });
  }

  #followPage(): void {
    const window = this.#document.defaultView;
    if (this.#router) {
      this.#follow(this.#router.events, (event) => {
        if (event instanceof NavigationEnd) this.#commit();
      });
    }
    if (!window) return;
    // The last moment of the page, in which nothing is waited for.
    this.#follow(fromEvent(window, 'pagehide'), () => {
      this.#queue.interrupt((signal) => this.#take(this.#keeper.flush(), signal));
    });
    this.#follow(fromEvent<PageTransitionEvent>(window, 'pageshow'), ({ persisted }) => {
      if (persisted) this.#resume();
    });
    this.#follow(fromEvent(this.#document, 'visibilitychange'), () => {
      if (this.#document.hidden) this.#commit();
      else this.#resume();
    });
    // Another tab has begun or ended a session, which its store may tell too soon, or not at all.
    this.#follow(fromEvent<StorageEvent>(window, 'storage'), ({ key }) => {
      if (key === null || key === this.#active.name) this.#load();
    });
    this.#follow(fromEvent(window, 'online'), () => {
      if (this.#isFailing) this.#commit();
    });
  }

  #follow<T>(events: Observable<T>, then: (event: T) => void): void {
    events.pipe(takeUntilDestroyed(this.#destroyRef)).subscribe(then);
  }

  /** The page was asleep: what is stored may be another by now, or over. */
  #resume(): void {
    this.#load();
    this.#commit();
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
    return takeSteps(
      steps,
      signal,
      () => {
        this.#data.kept.stored.set(this.#keeper.stored);
        then?.();
      },
      (error) => {
        this.#fail(error);
      },
    );
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
      this.#lookAgain(this.#active.age / 10);
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
