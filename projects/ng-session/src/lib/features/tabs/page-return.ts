import { DOCUMENT } from '@angular/common';
import { DestroyRef, Injectable, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent, merge } from 'rxjs';
import { isKnown } from '../../session/session-snapshot';
import { SessionState } from '../../session/session-state';
import { injectTimer } from '../page/timer';
import { conceal } from './conceal';
import { PAGE_RELOAD } from './page-reload';

/** Milliseconds after which it is tried again to find out who is here. */
const RETRY = 5000;

/**
 * Guards what the Back button brings: a browser keeps whole pages as they were, that of somebody who has
 * signed out since among them. Such a page is hidden when it is left, and shown when it is known that the
 * same person is still here; it is loaded anew where somebody else is, or nobody.
 */
@Injectable()
export class PageReturn {
  readonly #state = inject(SessionState);
  readonly #document = inject(DOCUMENT);
  readonly #reload = inject(PAGE_RELOAD);
  readonly #destroyRef = inject(DestroyRef);
  readonly #retry = injectTimer();
  #era = 0;
  #reveal: (() => void) | null = null;

  /** Begins to watch, in an injection context; `refetch` settles when the server has answered, or has not. */
  start(refetch: () => Promise<unknown>): void {
    const window = this.#document.defaultView;
    if (!window) return;
    this.#destroyRef.onDestroy(() => this.#reveal?.());
    const comesBack = (): void => {
      this.#retry.clear();
      void refetch().then(() => {
        this.#decide(comesBack);
      });
    };
    merge(
      fromEvent<PageTransitionEvent>(window, 'pagehide'),
      fromEvent<PageTransitionEvent>(window, 'pageshow'),
      fromEvent(window, 'online'),
    )
      .pipe(takeUntilDestroyed(this.#destroyRef))
      .subscribe((event) => {
        const isOfPage = 'persisted' in event && event.persisted;
        if (isOfPage && event.type === 'pagehide') this.#leave();
        else if (isOfPage || this.#reveal) comesBack();
      });
  }

  #leave(): void {
    this.#era = this.#state.era;
    if (untracked(this.#state.user)) this.#reveal ??= conceal(this.#document);
  }

  #decide(again: () => void): void {
    if (!this.#reveal || this.#destroyRef.destroyed) return;
    const snapshot = untracked(this.#state.snapshot);
    if (this.#era !== this.#state.era) {
      this.#reload();
    } else if (isKnown(snapshot) && !snapshot.stale) {
      this.#reveal();
      this.#reveal = null;
    } else {
      this.#retry.set(RETRY, again);
    }
  }
}
