import { SessionError } from '../../session-error.ts';
import { OwnClient } from './own-client.ts';
import { sendTo, type RedisClient, type RedisCluster } from './redis-client.ts';
import type { RedisSource } from './redis-options.ts';
import { withTimeLimit } from './with-time-limit.ts';

/** What Redis answers when it is there, but can not work yet. */
const NOT_NOW = /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|BUSY|TRYAGAIN) /;
/** An answer of Redis begins with its code; what Node and the client say does not. */
const ANSWER = /^[A-Z]+ /;

/** Sends commands to Redis. Each is answered, or rejected as `store-unavailable`, in time. */
export class RedisConnection {
  readonly #source: RedisSource;
  readonly #timeout: number;
  #own: OwnClient | null;
  #isClosed = false;

  constructor(source: RedisSource, timeout: number) {
    this.#source = source;
    this.#timeout = timeout;
    this.#own = 'url' in source ? new OwnClient(source.url, timeout) : null;
  }

  async send(key: string, args: readonly string[]): Promise<unknown> {
    const own = this.#own;
    try {
      return await withTimeLimit(this.#timeout, this.#send(own, key, args), () => {
        if (own) this.#renew(own);
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      if (ANSWER.test(message) && !NOT_NOW.test(message)) throw error;
      throw unavailable(own?.lastError ?? error);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#own?.destroy();
    this.#own = null;
  }

  async #send(own: OwnClient | null, key: string, args: readonly string[]): Promise<unknown> {
    await own?.tried;
    const client = own?.client ?? this.#givenClient();
    // A client with an offline queue would keep the command and send it when nobody waits any more.
    if ('isReady' in client && !client.isReady) throw new Error('There is no connection.');
    return sendTo(client, key, args);
  }

  #givenClient(): RedisClient | RedisCluster {
    if ('client' in this.#source && !this.#isClosed) return this.#source.client;
    throw new Error('The store is closed.');
  }

  /**
   * Begins a new connection where a command was not answered in time. It will be answered as soon as Redis
   * is back; the old one may hang for as long as the network thinks that it is still there.
   */
  #renew(own: OwnClient): void {
    if (this.#own !== own || !('url' in this.#source)) return;
    this.#own = new OwnClient(this.#source.url, this.#timeout);
    own.destroy();
  }
}

function unavailable(cause: unknown): SessionError {
  return new SessionError(
    'store-unavailable',
    'Redis does not answer. See the cause; check that it runs and can be reached. The store connects again by itself.',
    { cause },
  );
}
