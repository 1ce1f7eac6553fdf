import { Injectable, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { SessionEventSource } from '../../session/session-event';
import { SessionService } from '../../session/session-service';
import { SessionState } from '../../session/session-state';
import { injectPageMoments } from '../page/page-moments';
import { injectTimer } from '../page/timer';
import { TOKEN_OPTIONS } from './resolve-tokens';
import { TokenRefresh } from './token-refresh';
import { type TokenChange, TokenVault } from './token-vault';

/** Milliseconds before a refresh that failed is tried again, each time after twice as long. */
const FIRST_RETRY = 5000;
const LONGEST_RETRY = 60_000;

/** Keeps token and session in step: while the page is open, when it comes back, and with other tabs. */
@Injectable()
export class TokenLife {
  readonly #vault = inject(TokenVault);
  readonly #refresh = inject(TokenRefresh);
  readonly #session = inject(SessionService);
  readonly #state = inject(SessionState);
  readonly #options = inject(TOKEN_OPTIONS);
  readonly #timer = injectTimer();
  #retryDelay = FIRST_RETRY;

  constructor() {
    const untilDestroyed = takeUntilDestroyed<unknown>();
    this.#state.ended.pipe(untilDestroyed).subscribe((reason) => {
      if (reason === 'signedOut') void this.#vault.leave();
    });
    this.#state.changes.pipe(untilDestroyed).subscribe(() => {
      const { status } = untracked(this.#state.snapshot);
      if (status === 'unauthenticated') void this.#vault.drop();
    });
    this.#vault.changes.pipe(untilDestroyed).subscribe((change) => {
      this.#retryDelay = FIRST_RETRY;
      this.#check();
      this.#follow(change as TokenChange);
    });
    const look = (): void => {
      void Promise.resolve(this.#vault.look()).then(() => {
        this.#check();
      });
    };
    injectPageMoments({ returns: look, online: look });
  }

  /** Finds the token of before; where it says who the user is, that is known at once. */
  start(): void | Promise<void> {
    const looked = this.#vault.look();
    const isReady = () => {
      if (this.#options.user && this.#vault.token !== null) this.#update();
    };
    return looked ? looked.then(isReady) : isReady();
  }

  /** Has the token replaced, or the session end, when it is time. */
  #check(): void {
    this.#timer.clear();
    const lease = untracked(this.#vault.lease);
    if (!lease) return;
    const { isPossible } = this.#refresh;
    const wait = (isPossible ? lease.refreshAt : lease.expiresAt) - Date.now();
    if (wait > 0) {
      this.#wait(wait);
    } else if (isPossible) {
      this.#refresh.run().then(
        (goesOn) => {
          if (!goesOn) this.#refresh.end(lease.token);
        },
        () => {
          this.#wait(this.#retryDelay);
          this.#retryDelay = Math.min(2 * this.#retryDelay, LONGEST_RETRY);
        },
      );
    } else {
      this.#vault.tell({ type: 'tokenHasExpired', source: 'local' });
      this.#state.end('local', 'unauthorized', new Date());
    }
  }

  #wait(milliseconds: number): void {
    this.#timer.set(milliseconds, () => {
      this.#check();
    });
  }

  #follow({ before, source, isFound }: TokenChange): void {
    const lease = untracked(this.#vault.lease);
    // The first one that is known: whoever wants to know the user asks.
    if (!before || !untracked(this.#state.user)) return;
    const isSame = lease !== null && lease.claims.sub === before.claims.sub;
    if (isFound && isSame) this.#vault.tell({ type: 'tokenRefreshed', source: 'tab' });
    const isAnother = isFound && (!isSame || lease.claims.sub === undefined);
    const isSaidByToken = this.#options.user && lease !== null;
    if (!isAnother && !isSaidByToken) return;
    // Not while somebody is looking at the token.
    queueMicrotask(() => {
      this.#update(source);
    });
  }

  #update(source?: SessionEventSource): void {
    this.#session.update({}, source).catch(() => undefined);
  }
}
