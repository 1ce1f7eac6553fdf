import type { Request, RequestHandler } from 'express';
import type { AugmentedRequest, RateLimitInfo, Store } from 'express-rate-limit';

interface Count {
  readonly store: Store;
  readonly info: RateLimitInfo;
}

/**
 * What limiters have counted of requests, to be taken back as soon as it is known that it need not count. They do
 * so themselves when the answer has been sent, which never happens where the client has gone.
 */
export class CountedRequests {
  readonly #counts = new WeakMap<Request, Count[]>();
  readonly #takenBack = new WeakSet<Request>();
  readonly #log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** What comes right behind the limiter that counts in this store. */
  note(store: Store): RequestHandler {
    return (request, _response, next) => {
      // Of this limiter: the next one puts its own there.
      const info = (request as AugmentedRequest)['rateLimit'];
      if (info) this.#counts.set(request, [...(this.#counts.get(request) ?? []), { store, info }]);
      next();
    };
  }

  takeBack(request: Request): void {
    this.#takenBack.add(request);
    for (const count of this.#counts.get(request) ?? []) {
      // Not with what a store has answered, which may quote what was sent.
      decrement(count).catch(() =>
        this.#log('A right password stays counted: its counter failed.'),
      );
    }
  }

  isTakenBack(request: Request): boolean {
    return this.#takenBack.has(request);
  }
}

async function decrement({ store, info: { key, resetTime } }: Count): Promise<void> {
  // The next window has not counted it.
  if (resetTime === undefined || resetTime.getTime() > Date.now()) await store.decrement(key);
}
