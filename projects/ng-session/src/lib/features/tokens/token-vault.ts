import { DOCUMENT } from '@angular/common';
import {
  EnvironmentInjector,
  Injectable,
  inject,
  runInInjectionContext,
  signal,
  untracked,
} from '@angular/core';
import { Subject } from 'rxjs';
import { SESSION_CONFIG } from '../../config/resolve-config';
import { SessionError } from '../../config/session-error';
import { isPromise } from '../../data/keep/steps';
import type { SessionEventSource } from '../../session/session-event';
import { injectTeller } from '../page/teller';
import { injectTimeLimit } from '../page/time-limit';
import { toStoreError } from '../store/to-store-error';
import { tooLate } from '../store/too-late';
import { decodeToken } from './decode-token';
import { openTokenStorage } from './open-token-storage';
import { TOKEN_OPTIONS } from './resolve-tokens';
import { type TokenLease, leaseOf } from './token-lease';

declare const ngDevMode: boolean | undefined;

/** What may come at once, or later. */
type Later<T> = T | Promise<T>;

/** Another token has taken the place of one, or none has. */
export interface TokenChange {
  readonly before: TokenLease | null;
  readonly source: SessionEventSource;
  /** Whether it was found in the storage, where another tab has put it. */
  readonly isFound: boolean;
}

/** Holds the token of the session, in memory and in the storage that was chosen. */
@Injectable()
export class TokenVault {
  readonly lease = signal<TokenLease | null>(null);
  readonly changes = new Subject<TokenChange>();
  /** Tells what has become of the token. */
  readonly tell = injectTeller();
  /** The token of a sign-out that the server has not confirmed. */
  leaving: string | null = null;
  /** Whether the server was not told of the sign-out here: what it knows brings nobody back to this page. */
  isForgotten = false;
  /** Changes with each change of this page, which what was read before knows nothing of. */
  turn = 0;

  readonly #options = inject(TOKEN_OPTIONS);
  readonly #injector = inject(EnvironmentInjector);
  readonly #timeout = inject(SESSION_CONFIG).timeout;
  readonly #inTime = injectTimeLimit(this.#timeout, () => tooLate(this.#timeout));
  /** Gone once it has failed: from then on the memory has to do. */
  #storage = openTokenStorage(this.#options, inject(DOCUMENT).defaultView);
  #hasFailed = false;
  /** What the last token that the server has made for this page tells of the clock. */
  #clockAhead = 0;
  #isFirst = true;
  #busy: Promise<void> | null = null;

  get token(): string | null {
    return untracked(this.lease)?.token ?? null;
  }

  /** Whether there is no token, or one that has ended. */
  isExpired(): boolean {
    const lease = this.lease();
    return !lease || lease.expiresAt <= Date.now();
  }

  /** Takes over what is stored by now: another tab may have refreshed, signed in or out. */
  look(): Later<void> {
    if (this.#busy) return this.#busy.then(() => this.look());
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (!isFirst && !this.#storage) return;
    const turn = this.turn;
    return this.#enqueue(() => {
      const found = this.#attempt(() => this.#find(isFirst));
      return after(found, (token) => {
        // What could not be read says nothing.
        if (token === undefined || turn !== this.turn) return;
        return this.#adopt(token);
      });
    });
  }

  /**
   * Keeps a token in place of any other; one that `isNew` the server has made just now, for this page.
   * @throws SessionError `invalid-token` for what is none, or has ended and can not be refreshed.
   */
  take(token: string, isNew: boolean, source: SessionEventSource = 'local'): Later<void> {
    const lease = this.#toLease(token, isNew);
    if (this.#isOver(lease)) {
      throw new SessionError('invalid-token', ngDevMode && 'the token has expired already.');
    }
    this.#isFirst = false;
    this.turn++;
    this.leaving = null;
    if (isNew) this.#clockAhead = lease.clockAhead;
    const written = this.#enqueue(() => this.#attempt(() => this.#storage?.set(token)));
    this.#become(lease, source);
    return written;
  }

  /** Forgets the token, and what is stored, even if that is another one by now. */
  leave(): Later<void> {
    this.leaving = this.token ?? this.leaving;
    return this.#forget(() => true);
  }

  /** Forgets the token; what another tab has stored in its place stays. */
  drop(): Later<void> {
    const { token } = this;
    return this.#forget((stored) => stored !== null && stored === token);
  }

  #forget(isMeant: (stored: string | null) => boolean): Later<void> {
    this.#isFirst = false;
    this.turn++;
    const removed = this.#enqueue(() =>
      this.#attempt(() =>
        after(this.#storage?.get(), (stored) =>
          isMeant(stored ?? null) ? this.#storage?.remove() : undefined,
        ),
      ),
    );
    this.#become(null, 'local');
    return removed;
  }

  #find(isFirst: boolean): Later<string | null> {
    const { tokenGetter } = this.#options;
    return after(this.#storage?.get(), (stored) => {
      if ((stored ?? null) !== null || !isFirst || !tokenGetter) return stored ?? null;
      const given = runInInjectionContext(this.#injector, () => tokenGetter(null));
      return after(given, (token) => token ?? null);
    });
  }

  #adopt(token: string | null): Later<void> {
    if (token === this.token) return;
    if (token === null) {
      this.#become(null, 'tab', true);
      return;
    }
    const reason = this.#faultOf(token);
    if (!reason) {
      // Another tab may have got it long ago.
      this.#become(this.#toLease(token, false), 'tab', true);
      return;
    }
    this.#become(null, 'tab', true);
    this.tell({ type: reason, source: 'local' });
    return this.#attempt(() => this.#storage?.remove());
  }

  #faultOf(token: string): 'tokenIsMalformed' | 'tokenHasExpired' | null {
    try {
      return this.#isOver(this.#toLease(token, false)) ? 'tokenHasExpired' : null;
    } catch {
      return 'tokenIsMalformed';
    }
  }

  #isOver({ expiresAt }: TokenLease): boolean {
    return expiresAt <= Date.now() && !this.#options.refresh;
  }

  #toLease(token: string, isNew: boolean): TokenLease {
    const clockAhead = this.#clockAhead;
    return leaseOf(token, decodeToken(token), Date.now(), { ...this.#options, isNew, clockAhead });
  }

  #become(lease: TokenLease | null, source: SessionEventSource, isFound = false): void {
    const before = untracked(this.lease);
    if (lease) this.isForgotten = false;
    this.lease.set(lease);
    if (before !== lease) this.changes.next({ before, source, isFound });
  }

  /** Does one thing after another, and at once where nothing is under way. */
  #enqueue(work: () => Later<void>): Later<void> {
    const result = this.#busy ? this.#busy.then(work) : work();
    if (!isPromise(result)) return;
    const mine = result.then(() => {
      if (this.#busy === mine) this.#busy = null;
    });
    this.#busy = mine;
    return mine;
  }

  /** Does something with the storage; a failure is told once, and `undefined`. */
  #attempt<T>(work: () => Later<T>): Later<T | undefined> {
    const fail = (reason: unknown): undefined => {
      this.#storage = null;
      if (this.#hasFailed) return;
      this.#hasFailed = true;
      this.tell({ type: 'storeFailed', source: 'local', error: toStoreError(reason) });
    };
    try {
      const result = work();
      return isPromise(result) ? this.#inTime(result).catch(fail) : result;
    } catch (error) {
      fail(error);
      return undefined;
    }
  }
}

function after<T, R>(value: Later<T>, then: (value: T) => Later<R>): Later<R> {
  return isPromise(value) ? value.then(then) : then(value);
}
