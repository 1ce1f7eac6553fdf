/** A map whose entries are forgotten so many milliseconds after they were set. */
export class TtlMap<T> {
  readonly #age: number;
  readonly #entries = new Map<string, { readonly value: T; readonly until: number }>();

  constructor(age: number) {
    this.#age = age;
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.until > Date.now() ? entry.value : undefined;
  }

  set(key: string, value: T): void {
    const now = Date.now();
    // What is set moves to the end, so that the oldest come first.
    this.#entries.delete(key);
    for (const [old, { until }] of this.#entries) {
      if (until > now) break;
      this.#entries.delete(old);
    }
    this.#entries.set(key, { value, until: now + this.#age });
  }
}
