import type { SessionStore, StoredData } from '../../stores/session-store';
import { EndedSessions } from './ended-sessions';
import { corrupt } from './session-record';
import { type Steps, isPromise, wait } from './steps';

/** Asks a store, and knows what may be left in it. */
export class StoreAccess {
  readonly ended: EndedSessions;
  readonly #store: SessionStore;
  readonly #isInUse: (id: string) => boolean;
  #isSlow = false;

  /** @param isInUse whether the session of the page has this id */
  constructor(store: SessionStore, isInUse: (id: string) => boolean) {
    this.#store = store;
    this.#isInUse = isInUse;
    this.ended = new EndedSessions(store);
  }

  /** Whether it has ever answered with a promise. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  /** @throws UselessRecord where what is there is no JSON */
  *read(id: string): Steps<unknown> {
    try {
      return yield* this.#ask<unknown>(this.#store.read(id));
    } catch (error) {
      // As JSON.parse says it.
      throw error instanceof SyntaxError ? corrupt(error) : error;
    }
  }

  touch(id: string): Steps<void> {
    return this.#ask(this.#store.touch(id));
  }

  /** Writes a record in place of the one with another id; calls back as soon as that is asked for. */
  *write(id: string, record: StoredData, last: string | null, asked?: () => void): Steps<void> {
    this.ended.keep(id);
    let written: void | Promise<void> = undefined;
    try {
      written = this.#store.write(id, record);
      asked?.();
      yield* this.#ask(written);
    } catch (error) {
      this.#mistrust(id, written);
      if (!isFull(error) || last === null || last === id) throw error;
      // There is no room for both at once, as after a sign-in with much data.
      yield* this.#ask(this.#store.destroy(last));
      yield* this.#ask(this.#store.write(id, record));
    }
  }

  /** A write that failed may be stored all the same, or come to be after its time. */
  #mistrust(id: string, written: void | Promise<void>): void {
    const endUnused = (): void => {
      if (!this.#isInUse(id)) this.ended.add(id);
    };
    this.ended.doubt(id);
    endUnused();
    void Promise.resolve(written).then(endUnused, () => undefined);
  }

  #ask<T>(answer: T | Promise<T>): Steps<T> {
    this.#isSlow ||= isPromise(answer);
    return wait(answer);
  }
}

/** Whether there was no room for it, as a browser says it. */
function isFull(error: unknown): boolean {
  return (error as Partial<Error> | null)?.name === 'QuotaExceededError';
}
