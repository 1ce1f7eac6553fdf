/** Work that stops by itself when it is told to. */
export type Work = (signal: AbortSignal) => void | Promise<void>;

/** Does one thing after another, and at once where nothing is under way. No work may throw or reject. */
export class WorkQueue {
  readonly #waiting = new Map<string, Work>();
  #running: AbortController | null = null;

  /** Does the work when all before it is done; what waits under the same name is not done twice. */
  add(name: string, work: Work): void {
    if (this.#running) this.#waiting.set(name, work);
    else this.#begin(work);
  }

  /** Stops what is under way and does this at once. */
  interrupt(work: Work): void {
    this.#running?.abort();
    this.#begin(work);
  }

  /** Stops what is under way and forgets what waits. */
  stop(): void {
    this.#waiting.clear();
    this.#running?.abort();
  }

  #begin(work: Work): void {
    const mine = new AbortController();
    this.#running = mine;
    const next = (): void => {
      // What was interrupted has no say any more.
      if (this.#running !== mine) return;
      this.#running = null;
      for (const [name, waiting] of this.#waiting) {
        this.#waiting.delete(name);
        this.#begin(waiting);
        return;
      }
    };
    const result = work(mine.signal);
    if (result) void result.then(next);
    else next();
  }
}
