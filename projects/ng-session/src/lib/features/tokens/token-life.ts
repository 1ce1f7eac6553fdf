import { Injectable, inject, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { SessionUser } from '../../config/session-user';
import type { SessionEventSource } from '../../session/session-event';
import { SessionService } from '../../session/session-service';
import { answered } from '../../session/session-snapshot';
import { SessionState } from '../../session/session-state';
import { injectPageMoments } from '../page/page-moments';
import { injectTimer } from '../page/timer';
import { isSameSubject } from './is-same-subject';
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
      const { status, stale } = untracked(this.#state.snapshot);
      const { isSpared } = this.#vault;
      this.#vault.isSpared = false;
      // A failure says nothing of the token, which another tab may have just stored.
      if (status === 'unauthenticated' && !stale && !isSpared) void this.#vault.drop();
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
      if (this.#options.user && this.#vault.token !== null) {
        this.#session.update().catch(() => undefined);
      }
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
          if (!goesOn) void this.#refresh.end(lease.token);
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

  /** Has the session follow the token: the user may be known anew by it, or be somebody else. */
  #follow({ before, source, isFound }: TokenChange): void {
    const lease = untracked(this.#vault.lease);
    const { user, status } = untracked(this.#state.snapshot);
    const isSame = before && lease && isSameSubject(before.claims, lease.claims);
    const isAnother = isSame === false;
    if (isAnother) this.#state.era++;
    if (!user) {
      // Who has not asked yet does so; who knows that nobody is here does not, for as long as `cache` says.
      if (isFound && lease && status !== 'loading') this.#updateSoon(source);
      return;
    }
    // The first one that is known, or none, by what this page does itself.
    if (!isFound && !(before && lease)) return;
    if (isFound && lease && !isAnother) this.#vault.tell({ type: 'tokenRefreshed', source: 'tab' });
    if (isSame && !this.#options.user) return;
    // Nobody has told of it, as another tab does: at most now may the one before be seen.
    if (isAnother && source === 'server') this.#clear(source);
    this.#updateSoon(source, isAnother ? user : null);
  }

  /** Updates when nobody is looking at the token any more; a failure does not leave this user here. */
  #updateSoon(source: SessionEventSource, gone: SessionUser | null = null): void {
    queueMicrotask(() => {
      this.#session.update({}, source).catch(() => {
        if (gone && untracked(this.#state.user) === gone) this.#clear(source);
      });
    });
  }

  /** Clears who is shown; the token that has come is not theirs, and stays. */
  #clear(source: SessionEventSource): void {
    this.#vault.isSpared = true;
    this.#state.become(answered(null, null), source);
  }
}
