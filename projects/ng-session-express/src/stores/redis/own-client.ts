import { createRequire } from 'node:module';

import type * as Redis from 'redis';

import { SessionError } from '../../session-error.ts';

/** Milliseconds between two attempts to connect, at the most. */
const MAX_PAUSE = 1000;
/** Milliseconds: a connection that has died without a word is found by these. */
const PING_INTERVAL = 10_000;
const SOCKET_TIMEOUT = 30_000;

/** A client that connects by itself, and again whenever it has lost its connection. */
export class OwnClient {
  readonly client: Redis.RedisClientType;
  /** Resolves when the first attempt to connect has ended, well or not. */
  readonly tried: Promise<void>;
  /** Why there is no connection, where there is none. */
  lastError: unknown;
  #isDialling = true;
  #isOver = false;

  constructor(url: string, timeout: number) {
    this.client = loadPackage().createClient({
      url,
      // While Redis is away, a request is told so at once, rather than kept waiting.
      disableOfflineQueue: true,
      pingInterval: PING_INTERVAL,
      socket: {
        connectTimeout: timeout,
        socketTimeout: SOCKET_TIMEOUT,
        reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, MAX_PAUSE),
      },
    });
    const tried = Promise.withResolvers<void>();
    this.tried = tried.promise;
    this.client.on('reconnecting', () => (this.#isDialling = true));
    this.client.on('connect', () => this.#dialled());
    this.client.on('ready', () => {
      this.lastError = undefined;
      tried.resolve();
    });
    this.client.on('error', (error: unknown) => {
      this.lastError = error;
      tried.resolve();
      this.#dialled();
    });
    // It only rejects where it was closed meanwhile; failures come as events.
    this.client.connect().catch(() => tried.resolve());
  }

  /** Gives up the connection and what waits for answers. */
  destroy(): void {
    this.#isOver = true;
    // A client that is destroyed while it dials would keep the connection that it then gets.
    if (this.client.isOpen && !this.#isDialling) this.client.destroy();
  }

  #dialled(): void {
    this.#isDialling = false;
    if (this.#isOver) this.destroy();
  }
}

/** `redis` is for those who use it: an app with another store does not have it installed. */
function loadPackage(): typeof Redis {
  try {
    return createRequire(import.meta.url)('redis') as typeof Redis;
  } catch (cause) {
    throw new SessionError(
      'invalid-config',
      "stores.redis({ url }) needs the package 'redis'. Run: npm install redis",
      { cause },
    );
  }
}
