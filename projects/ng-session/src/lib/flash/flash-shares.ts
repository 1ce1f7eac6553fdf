import { inject, untracked } from '@angular/core';
import { isPlainObject } from '../config/is-plain-object';
import { randomId } from '../config/random-id';
import { SessionData } from '../data/session-data';
import type { SessionPath } from '../data/session-path';
import type { FlashBag } from './flash-values';

/** Where what waits is kept among the session data, so that a page reload finds it. */
const KEY = '$flash';
const SHARES: SessionPath = [KEY];

/** How long what a tab has left may wait for it, in milliseconds: an hour. */
const MAX_AGE = 3_600_000;

/** A name for a new share, which tells how old it is. */
export function newShare(): string {
  return `${Date.now()}_${randomId()}`;
}

/**
 * What waits, in the session data: in a share for each page that has flashed, as several tabs may keep
 * their data in one store.
 */
export class FlashShares {
  readonly #data = inject(SessionData);

  /** The messages of these shares, frozen; of one that is not there, none. */
  read(shares: readonly string[]): FlashBag {
    const all = this.#all();
    const messages = shares.map((share) => all[share]).filter(isPlainObject);
    return Object.freeze(Object.assign({}, ...messages) as FlashBag);
  }

  /** Changes the messages of a share. @throws SessionError `invalid-value`. */
  write(share: string, change: (messages: FlashBag) => FlashBag): void {
    const messages = change(this.read([share]));
    this.#tidy();
    this.#data.put([KEY, share], messages);
  }

  /** Removes these shares, and what tabs have left that were closed long ago. */
  forget(shares: readonly string[]): void {
    for (const share of Object.keys(this.#all())) {
      if (shares.includes(share) || isOver(share)) this.#data.forget([KEY, share]);
    }
    this.#tidy();
  }

  /** Leaves no trace where nothing waits, nor what somebody else has put there. */
  #tidy(): void {
    if (!Object.keys(this.#all()).length) this.#data.forget(SHARES);
  }

  #all(): FlashBag {
    const all: unknown = untracked(() => this.#data.get(SHARES));
    return isPlainObject(all) ? all : {};
  }
}

/** Whether a share is too old, or none at all; the clock may have been put back. */
function isOver(share: string): boolean {
  return !(Math.abs(Date.now() - parseInt(share, 10)) < MAX_AGE);
}
