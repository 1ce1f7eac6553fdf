import { Injectable, inject, signal, untracked } from '@angular/core';
import { Subject } from 'rxjs';
import { SessionError } from '../../config/session-error';
import { isPromise } from '../../data/keep/steps';
import type { SessionEventSource } from '../../session/session-event';
import { injectTeller } from '../page/teller';
import { decodeToken } from './decode-token';
import { injectGivenToken } from './given-token';
import { injectKeptToken } from './kept-token';
import { type Later, after } from './later';
import { TOKEN_OPTIONS } from './resolve-tokens';
import { type TokenLease, leaseOf } from './token-lease';

declare const ngDevMode: boolean | undefined;

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
  /** What another tab has taken away, until this page knows who is here by now. */
  lost: TokenLease | null = null;
  /** Tells what has become of the token. */
  readonly tell = injectTeller();
  /** The token of a sign-out that the server has not confirmed. */
  leaving: string | null = null;
  /** Whether the server has said that the session which has been signed out of here is over. */
  isConfirmed = false;
  /** Whether another tab has told of a change since then. */
  hasNews = false;
  /** Whether the next word that nobody is here is not about the token that is here by then, which stays. */
  isSpared = false;
  /** Changes with each change of this page, which what was read before knows nothing of. */
  turn = 0;

  readonly #options = inject(TOKEN_OPTIONS);
  readonly #kept = injectKeptToken((error) => {
    this.tell({ type: 'storeFailed', source: 'local', error });
  });
  readonly #given = injectGivenToken();
  /** What the last token that the server has made for this page tells of the clock. */
  #clockAhead = 0;
  #isFirst = true;
  #hasLeft = false;
  #busy: Promise<void> | null = null;

  get token(): string | null {
    return untracked(this.lease)?.token ?? null;
  }

  /**
   * Whether somebody has signed out here and nobody in since: what a server still knows brings nobody back. Where
   * it has said that their session is over, and another tab that there is news, it can only know of a later one.
   */
  get isForgotten(): boolean {
    return this.#hasLeft && !(this.isConfirmed && this.hasNews);
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
    if (!isFirst && !this.#kept.isWorking) return;
    const turn = this.turn;
    return this.#enqueue(() =>
      after(this.#kept.read(), (stored) =>
        after(stored ?? (isFirst ? this.#given() : stored), (token) => {
          // What could not be read says nothing.
          if (token === undefined || turn !== this.turn) return;
          const adopted = this.#adopt(token);
          return stored === null && this.token === token ? this.#keep(token) : adopted;
        }),
      ),
    );
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
    const written = this.#enqueue(() => this.#kept.write(token));
    this.#become(lease, source);
    return written;
  }

  /** Forgets the token of who signs out, and what is stored, even if that is another one by now. */
  leave(): Later<void> {
    this.leaving = this.token ?? this.leaving;
    this.#hasLeft = true;
    this.isConfirmed = false;
    this.hasNews = false;
    return this.#forget(() => this.#kept.remove());
  }

  /** Forgets the token; what another tab has stored in its place stays. */
  drop(): Later<void> {
    const { token } = this;
    return this.#forget(() =>
      token === null ? undefined : this.#kept.remove((stored) => stored === token),
    );
  }

  #forget(remove: () => Later<void>): Later<void> {
    this.#isFirst = false;
    this.turn++;
    const removed = this.#enqueue(remove);
    this.#become(null, 'local');
    return removed;
  }

  /** Stores what the app gave, or the next look would find it gone; another tab may have been first. */
  #keep(given: string | null): Later<void> {
    if (given === null) return;
    return after(this.#kept.read(), (stored) =>
      stored === null ? this.#kept.write(given) : undefined,
    );
  }

  #adopt(token: string | null): Later<void> {
    if (token === this.token) return;
    if (token === null) {
      this.#become(null, 'tab', true);
      return;
    }
    const found = this.#read(token);
    if (typeof found !== 'string') {
      this.#become(found, 'tab', true);
      return;
    }
    this.#become(null, 'tab', true);
    this.tell({ type: found, source: 'local' });
    return this.#kept.remove();
  }

  /** What is in a token that was found, or what is wrong with it. */
  #read(token: string): TokenLease | 'tokenIsMalformed' | 'tokenHasExpired' {
    try {
      // Another tab may have got it long ago.
      const lease = this.#toLease(token, false);
      return this.#isOver(lease) ? 'tokenHasExpired' : lease;
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
    if (lease) this.#hasLeft = false;
    this.lost = isFound && !lease ? before : null;
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
}
