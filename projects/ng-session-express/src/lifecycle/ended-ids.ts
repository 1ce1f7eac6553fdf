import { TOMBSTONE_AGE } from '../stores/session-store.ts';

/** Remembers for a day which ids have ended. */
export class EndedIds {
  readonly #until = new Map<string, number>();

  add(id: string): void {
    const now = Date.now();
    // The oldest come first.
    for (const [old, until] of this.#until) {
      if (until > now) break;
      this.#until.delete(old);
    }
    this.#until.set(id, now + TOMBSTONE_AGE);
  }

  has(id: string): boolean {
    return (this.#until.get(id) ?? 0) > Date.now();
  }
}
