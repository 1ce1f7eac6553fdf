import { createHash } from 'node:crypto';

import type { RedisConnection } from './redis-connection.ts';

/** A script that Redis runs as one step. It has one key, so that it runs on a cluster too. */
export class RedisScript {
  readonly #text: string;
  readonly #hash: string;

  constructor(text: string) {
    this.#text = text.trim();
    this.#hash = createHash('sha1').update(this.#text).digest('hex');
  }

  /** Runs it by its hash; a server that does not know it, such as after a restart, gets its text. */
  async run(connection: RedisConnection, key: string, ...args: string[]): Promise<unknown> {
    try {
      return await connection.send(key, ['EVALSHA', this.#hash, '1', key, ...args]);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return connection.send(key, ['EVAL', this.#text, '1', key, ...args]);
    }
  }
}
