/** Runs what belongs to one key one after the other, and what belongs to different keys at once. */
export class InOrder {
  readonly #last = new Map<string, Promise<void>>();

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = (this.#last.get(key) ?? Promise.resolve()).then(work);
    // A failure is told to who has asked, and is no reason not to run the next.
    const settled = result.then(ignore, ignore).then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    });
    this.#last.set(key, settled);
    return result;
  }
}

function ignore(): void {
  // Only the end of it counts.
}
