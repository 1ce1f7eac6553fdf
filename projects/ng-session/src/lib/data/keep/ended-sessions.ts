import type { SessionStore } from '../../stores/session-store';
import { type Steps, isPromise } from './steps';

/** Sessions that are over for this page, and may still be stored. */
export class EndedSessions {
  readonly #store: SessionStore;
  readonly #ids = new Set<string>();
  /** Those whose write failed, or never answered: they may be stored all the same. */
  readonly #unsure = new Set<string>();

  constructor(store: SessionStore) {
    this.#store = store;
  }

  /** How many are to be destroyed. */
  get size(): number {
    return this.#ids.size;
  }

  add(id: string | null): void {
    if (id !== null) this.#ids.add(id);
  }

  /** Leaves all of them to whoever else ends them. */
  clear(): void {
    this.#ids.clear();
  }

  /** Takes note that nobody knows whether this one was stored. */
  doubt(id: string): void {
    this.#unsure.add(id);
  }

  /** Keeps this one, and ends all of which nobody knows whether they were stored. */
  keep(id: string | null): void {
    for (const one of this.#unsure) this.#ids.add(one);
    this.#unsure.clear();
    if (id !== null) this.#ids.delete(id);
  }

  /** Has the store forget them: asked within the call, all at once; the steps wait for the answers. */
  sweep(): Steps<void> {
    const asked = [...this.#ids].map((id) => [id, this.#destroy(id)] as const);
    return this.#settle(asked);
  }

  #destroy(id: string): void | Promise<void> {
    const answer = this.#store.destroy(id);
    // It may be waited for too late, or never, where the page goes.
    if (isPromise(answer)) void Promise.resolve(answer).catch(() => undefined);
    return answer;
  }

  *#settle(asked: readonly (readonly [string, void | Promise<void>])[]): Steps<void> {
    for (const [id, answer] of asked) {
      yield answer;
      this.#ids.delete(id);
    }
  }
}
