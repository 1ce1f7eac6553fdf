import type { DatabaseSync, StatementSync } from 'node:sqlite';

import type { ClientRateLimitInfo, Options, Store } from 'express-rate-limit';

/** Counts requests in SQLite, for all processes that share the file. */
export class SqliteCounter implements Store {
  readonly localKeys = false;
  readonly prefix: string;
  readonly #statements: Record<'read' | 'increment' | 'decrement' | 'reset', StatementSync>;
  #window = 0;

  constructor(database: DatabaseSync, table: string, name: string) {
    this.prefix = `${name}:`;
    const isOver = `resets_at <= :now`;
    this.#statements = {
      read: database.prepare(
        `SELECT hits, resets_at FROM ${table} WHERE key = :key AND resets_at > :now`,
      ),
      increment: database.prepare(`
        INSERT INTO ${table} (key, hits, resets_at) VALUES (:key, 1, :resetsAt)
        ON CONFLICT (key) DO UPDATE SET
          hits = CASE WHEN ${isOver} THEN 1 ELSE hits + 1 END,
          resets_at = CASE WHEN ${isOver} THEN excluded.resets_at ELSE resets_at END
        RETURNING hits, resets_at
      `),
      decrement: database.prepare(
        `UPDATE ${table} SET hits = max(hits - 1, 0) WHERE key = :key AND resets_at > :now`,
      ),
      reset: database.prepare(`DELETE FROM ${table} WHERE key = :key`),
    };
  }

  init({ windowMs }: Options): void {
    this.#window = windowMs;
  }

  async get(key: string): Promise<ClientRateLimitInfo | undefined> {
    const row = this.#statements.read.get({ key: this.prefix + key, now: Date.now() });
    return row && toInfo(row);
  }

  async increment(key: string): Promise<ClientRateLimitInfo> {
    const now = Date.now();
    const row = this.#statements.increment.get({
      key: this.prefix + key,
      now,
      resetsAt: now + this.#window,
    });
    return toInfo(row ?? {});
  }

  async decrement(key: string): Promise<void> {
    this.#statements.decrement.run({ key: this.prefix + key, now: Date.now() });
  }

  async resetKey(key: string): Promise<void> {
    this.#statements.reset.run({ key: this.prefix + key });
  }
}

function toInfo(row: Record<string, unknown>): ClientRateLimitInfo {
  return { totalHits: Number(row['hits']), resetTime: new Date(Number(row['resets_at'])) };
}
