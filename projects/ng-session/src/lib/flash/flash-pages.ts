import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  NavigationCancel,
  NavigationEnd,
  NavigationError,
  NavigationSkipped,
  NavigationSkippedCode,
  NavigationStart,
} from '@angular/router';
import { NOTHING, SessionData } from '../data/session-data';
import { toKept } from '../data/to-kept';
import { injectRouter } from '../session/inject-router';
import { SessionService } from '../session/session-service';
import { SessionState } from '../session/session-state';
import { FlashShares, newShare } from './flash-shares';
import type { FlashBag } from './flash-values';
import { handOver } from './tab-handover';

/** Messages on their way to the page that is being made. */
interface Arrival {
  readonly shares: readonly string[];
  readonly messages: FlashBag;
}

/**
 * Which messages are readable on the page that is shown, and which wait for the next one.
 *
 * What waits is in the session data, in a share for each page that has flashed. A page that is loaded
 * takes over the shares that the page before it has left in the same tab.
 */
@Injectable({ providedIn: 'root' })
export class FlashPages {
  readonly #data = inject(SessionData);
  readonly #session = inject(SessionService);
  readonly #router = injectRouter();
  readonly #shown = signal<FlashBag>({});
  readonly #shares = new FlashShares();
  /** The share of this page, once it has flashed. */
  #own: string | null = null;
  /** What becomes readable with the next page. */
  #waiting: readonly string[] = [];
  #arrival: Arrival | null = null;
  /** What is shown: a page that goes at once may do so before the store has forgotten it. */
  #last: readonly string[] = [];
  /** What the page before has left, until the store has answered. */
  #found: readonly string[] = [];
  #awaitsAnswer = false;
  /** The state of the router that belongs to the page which is shown, or being left. */
  #left: unknown;

  constructor() {
    this.#router?.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationEnd || isAtTarget(event)) this.#arrive();
      else if (event instanceof NavigationCancel || event instanceof NavigationError) this.#stay();
      else if (!(event instanceof NavigationStart)) return;
      this.#left = this.#router?.routerState;
    });
    // What is shown to one person, or on its way to them, is never seen by another.
    const { ended } = inject(SessionState);
    ended.pipe(takeUntilDestroyed()).subscribe(() => {
      if (this.#arrival) this.#arrival = { ...this.#arrival, messages: {} };
      this.#shown.set({});
    });
    if (!this.#isMakingPage()) this.#left = this.#router?.routerState;
    if (this.#isSettled()) this.#awaitsAnswer = untracked(this.#session.isRefreshing);
    handOver({
      leave: () =>
        // Without a store, the next page finds nothing.
        this.#hasStore()
          ? [...this.#last, ...(this.#arrival?.shares ?? []), ...this.#waiting]
          : this.#found,
      take: (shares) => {
        this.#found = shares;
        this.#load();
      },
    });
    if (!this.#found.length) return;
    const loading = effect(() => {
      this.#data.kept.stored();
      untracked(() => {
        this.#load();
      });
      if (!this.#found.length) loading.destroy();
    });
  }

  /**
   * Takes over what a server's answer brings, if anything: for the page that has asked for it, even
   * where it is shown by now, or else for the next one, such as the one after a sign-in.
   */
  receive(messages: FlashBag | null): void {
    const isForThisPage = this.#awaitsAnswer && this.#isSettled();
    this.#awaitsAnswer = false;
    if (!messages) return;
    const add = (others: FlashBag) => ({ ...others, ...messages });
    if (isForThisPage) this.show(add);
    else this.wait(add);
  }

  /** What is readable now. Reactive. */
  read(): FlashBag {
    const shown = this.#shown();
    this.#leave();
    return this.#arrival?.messages ?? shown;
  }

  /** Changes what waits for the next page. @throws SessionError `invalid-value`. */
  wait(change: (waiting: FlashBag) => FlashBag): void {
    this.#leave();
    const own = this.#own ?? newShare();
    this.#shares.write(own, change);
    if (this.#own) return;
    this.#own = own;
    this.#waiting = [...this.#waiting, own];
  }

  /** Changes what is readable now. @throws SessionError `invalid-value`. */
  show(change: (shown: FlashBag) => FlashBag): void {
    const messages = toKept(change(untracked(() => this.read()))) as FlashBag;
    if (this.#arrival) this.#arrival = { ...this.#arrival, messages };
    else this.#shown.set(messages);
  }

  /** Whether a page is shown, rather than on its way. */
  #isSettled(): boolean {
    const router = this.#router;
    return !router || (router.navigated && !untracked(router.currentNavigation));
  }

  /** What waited becomes readable, instead of what was. */
  #arrive(): void {
    this.#load();
    const { shares, messages } = this.#arrival ?? this.#depart();
    this.#arrival = null;
    this.#shown.set(messages);
    this.#last = shares;
    this.#shares.forget(shares);
    this.#awaitsAnswer = untracked(this.#session.isRefreshing);
  }

  /** What was on its way waits again: the page it was for was never made. */
  #stay(): void {
    if (this.#arrival) this.#waiting = [...this.#arrival.shares, ...this.#waiting];
    this.#arrival = null;
  }

  /**
   * Has what waited readable for the page that is being made already, whose constructors may ask for
   * old input. Sets no signal, since it is called by whoever reads.
   */
  #leave(): void {
    if (this.#arrival || !this.#isMakingPage()) return;
    this.#load();
    this.#arrival = this.#depart();
  }

  #depart(): Arrival {
    const shares = this.#waiting;
    this.#own = null;
    this.#waiting = [];
    return { shares, messages: this.#shares.read(shares) };
  }

  /** Whether the router has begun with the components of the next page: it has the new state by then. */
  #isMakingPage(): boolean {
    const router = this.#router;
    const url = router && untracked(router.currentNavigation)?.finalUrl;
    if (!url || router.routerState === this.#left) return false;
    return router.routerState.snapshot.url === router.serializeUrl(url);
  }

  /** Whether there is a store, and it has answered. */
  #hasStore(): boolean {
    return untracked(this.#data.kept.stored) !== NOTHING;
  }

  /** Takes over what the page before has left, when the store has answered. */
  #load(): void {
    const found = this.#found;
    if (!found.length || !this.#hasStore()) return;
    this.#found = [];
    if (this.#isSettled()) {
      this.show((shown) => ({ ...this.#shares.read(found), ...shown }));
      this.#shares.forget(found);
    } else {
      this.#waiting = [...found, ...this.#waiting];
    }
  }
}

/** Whether the URL that was asked for is shown already, which the router does not count as a navigation. */
function isAtTarget(event: unknown): boolean {
  return (
    event instanceof NavigationSkipped &&
    event.code === NavigationSkippedCode.IgnoredSameUrlNavigation
  );
}
