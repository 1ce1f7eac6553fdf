import { DestroyRef, Injectable, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SessionService } from '../../session/session-service';
import { SessionState } from '../../session/session-state';
import type { TabChannel } from '../../stores/tab-channel';
import { BEFORE_REFETCH } from './before-refetch';
import { PageReturn } from './page-return';

/** What the other tabs have to know of. */
const TOLD = new Set(['signedIn', 'signedOut', 'identityChanged', 'unauthorized']);

/** Has the tabs of a browser agree on who is signed in. */
@Injectable()
export class TabSync {
  readonly #session = inject(SessionService);
  readonly #state = inject(SessionState);
  readonly #before = inject(BEFORE_REFETCH, { optional: true });
  readonly #destroyRef = inject(DestroyRef);
  readonly #pageReturn = inject(PageReturn);
  /** Whether the others have to be told when the server knows, and whether they have to be now. */
  #isOwed = false;
  #isNew = false;
  #following: Promise<void> | null = null;
  #isAskedAgain = false;

  /** Begins to tell and to follow; ends with the application. */
  start(channel: TabChannel): void {
    const untilDestroyed = takeUntilDestroyed<unknown>(this.#destroyRef);
    // One answer can change more than one thing: after all of them.
    const tell = (): void => {
      queueMicrotask(() => {
        this.#tell(channel);
      });
    };
    this.#state.changes.pipe(untilDestroyed).subscribe(tell);
    this.#session.events
      .pipe(takeUntilDestroyed(this.#destroyRef))
      .subscribe(({ type, source }) => {
        // What this tab has from another one, the others have too.
        const isEcho = source === 'tab' || (source === 'server' && this.#following);
        if (isEcho || !TOLD.has(type)) return;
        this.#isOwed = this.#isNew = true;
        tell();
      });
    const stop = channel.watch(() => {
      void this.#follow();
    });
    this.#destroyRef.onDestroy(stop);
    this.#pageReturn.start(() => this.#follow());
  }

  /** Tells when the server has said so, as the others ask it; a failure is no reason to leave them as they are. */
  #tell(channel: TabChannel): void {
    const { updatedAt, stale } = untracked(this.#state.snapshot);
    const isSaid = updatedAt !== null && !stale;
    if (!(isSaid ? this.#isOwed : stale && this.#isNew)) return;
    this.#isOwed = !isSaid;
    this.#isNew = false;
    channel.tell();
  }

  /** Asks the server once, however many tell at the same time. */
  #follow(): Promise<void> {
    this.#isAskedAgain = true;
    this.#following ??= this.#ask().finally(() => {
      this.#following = null;
    });
    return this.#following;
  }

  async #ask(): Promise<void> {
    while (this.#isAskedAgain && !this.#destroyRef.destroyed) {
      // What is under way may have been answered before the change.
      if (untracked(this.#session.isRefreshing)) await this.#update();
      this.#isAskedAgain = false;
      await this.#before?.().catch(() => undefined);
      await this.#update();
    }
  }

  async #update(): Promise<void> {
    try {
      await this.#session.update({}, 'tab');
    } catch {
      // The state has it already.
    }
  }
}
