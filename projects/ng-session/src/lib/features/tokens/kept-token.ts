import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { SESSION_CONFIG } from '../../config/resolve-config';
import type { SessionError } from '../../config/session-error';
import { isPromise } from '../../data/keep/steps';
import { type TimeLimit, injectTimeLimit } from '../page/time-limit';
import { toStoreError } from '../store/to-store-error';
import { tooLate } from '../store/too-late';
import { type Later, after } from './later';
import { openTokenStorage } from './open-token-storage';
import { TOKEN_OPTIONS } from './resolve-tokens';
import type { TokenStorage } from './token-options';

/** Makes what keeps the token beyond the memory of the page; a failure of the storage is told once. */
export function injectKeptToken(fail: (error: SessionError) => void): KeptToken {
  const storage = openTokenStorage(inject(TOKEN_OPTIONS), inject(DOCUMENT).defaultView);
  const { timeout } = inject(SESSION_CONFIG);
  const inTime = injectTimeLimit(timeout, () => tooLate(timeout));
  return new KeptToken(storage, inTime, fail);
}

/** The token in its storage, if there is one. Once that has failed, only removals are tried. */
export class KeptToken {
  readonly #storage: TokenStorage | null;
  readonly #inTime: TimeLimit;
  readonly #fail: (error: SessionError) => void;
  #hasFailed = false;

  constructor(
    storage: TokenStorage | null,
    inTime: TimeLimit,
    fail: (error: SessionError) => void,
  ) {
    this.#storage = storage;
    this.#inTime = inTime;
    this.#fail = fail;
  }

  /** Whether there is a storage that works, as far as is known. */
  get isWorking(): boolean {
    return this.#storage !== null && !this.#hasFailed;
  }

  /** What is stored, `null` for nothing; `undefined` where that could not be read. */
  read(): Later<string | null | undefined> {
    return this.#attempt(() => after(this.#storage?.get(), (stored) => stored ?? null));
  }

  /** Stores the token; where that fails, an older one must not stay in its place. */
  write(token: string): Later<void> {
    if (!this.isWorking) return;
    return after(
      this.#attempt(() => this.#storage?.set(token)),
      () => {
        if (this.#hasFailed) void this.remove();
      },
    );
  }

  /** Removes what is stored, or only what is meant. */
  remove(isMeant?: (stored: string) => boolean): Later<void> {
    const removed = this.#attempt(() => {
      if (!isMeant) return this.#storage?.remove();
      return after(this.#storage?.get(), (stored) =>
        typeof stored === 'string' && isMeant(stored) ? this.#storage?.remove() : undefined,
      );
    });
    // What has failed before may do so for long: nobody waits for it again.
    return this.#hasFailed ? undefined : removed;
  }

  #attempt<T>(work: () => Later<T>): Later<T | undefined> {
    const fail = (reason: unknown): undefined => {
      if (this.#hasFailed) return;
      this.#hasFailed = true;
      this.#fail(toStoreError(reason));
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
