import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import type { Store as RateLimitStore } from 'express-rate-limit';

import { pruneRegularly } from '../prune-regularly.ts';
import {
  TOMBSTONE_AGE,
  type Destroyed,
  type ListedSession,
  type ReadSession,
  type SessionStore,
  type StoredSession,
  type WriteOptions,
  type WriteResult,
} from '../session-store.ts';
import { userKey, userKeyOf } from '../user-key.ts';
import { createTables, type Tables } from './create-tables.ts';
import { openDatabase } from './open-database.ts';
import { prepareStatements, WAS_ALIVE } from './prepare-statements.ts';
import { SqliteCounter } from './sqlite-counter.ts';
import type { SqliteOptions } from './sqlite-options.ts';

/** Keeps sessions in SQLite. Each rule is one statement, so several processes may share the file. */
export class SqliteStore implements SessionStore {
  readonly #database: DatabaseSync;
  readonly #isOwn: boolean;
  readonly #tables: Tables;
  readonly #statements: ReturnType<typeof prepareStatements>;
  readonly #stopPruning: () => void;

  constructor(options: SqliteOptions & { prefix: string }) {
    this.#isOwn = !('database' in options);
    this.#database = 'database' in options ? options.database : openDatabase(options.file);
    this.#tables = createTables(this.#database, options.prefix);
    this.#statements = prepareStatements(this.#database, this.#tables);
    this.#stopPruning = pruneRegularly(() => this.#prune());
  }

  async read(id: string): Promise<ReadSession | null> {
    const row = this.#statements.read.get({ id, now: Date.now() });
    return row ? { session: parse(row['session']), version: String(row['version']) } : null;
  }

  async write(
    id: string,
    session: StoredSession,
    { age, version }: WriteOptions,
  ): Promise<WriteResult> {
    const now = Date.now();
    const row = {
      id,
      now,
      session: JSON.stringify(session),
      user: userKeyOf(session),
      next: randomUUID(),
      expiresAt: now + age,
    };
    const { changes } =
      version === null
        ? this.#statements.create.run(row)
        : this.#statements.update.run({ ...row, version });
    if (changes === 1) return 'written';
    return this.#statements.read.get({ id, now }) ? 'conflict' : 'ended';
  }

  async touch(id: string, age: number): Promise<boolean> {
    const now = Date.now();
    return this.#statements.touch.run({ id, now, expiresAt: now + age }).changes === 1;
  }

  async destroy(id: string, successor: string | null = null): Promise<Destroyed> {
    const now = Date.now();
    const expiresAt = now + TOMBSTONE_AGE;
    const row = this.#statements.destroy.get({ id, now, successor, expiresAt });
    const noted = row?.['successor'];
    return {
      wasAlive: row?.['version'] === WAS_ALIVE,
      successor: typeof noted === 'string' ? noted : null,
    };
  }

  async destroyedAt(id: string): Promise<number | null> {
    const row = this.#statements.tombstone.get({ id, now: Date.now() });
    return row ? Number(row['expires_at']) - TOMBSTONE_AGE : null;
  }

  async list(userId: string | number): Promise<readonly ListedSession[]> {
    const rows = this.#statements.list.all({ user: userKey(userId), now: Date.now() });
    return rows.map((row) => ({ id: String(row['id']), session: parse(row['session']) }));
  }

  async revoke(userId: string | number, at: number): Promise<void> {
    const expiresAt = Date.now() + TOMBSTONE_AGE;
    this.#statements.revoke.run({ user: userKey(userId), at, expiresAt });
  }

  async revokedAt(userId: string | number): Promise<number | null> {
    const row = this.#statements.revokedAt.get({ user: userKey(userId), now: Date.now() });
    return row ? Number(row['revoked_at']) : null;
  }

  counter(name: string): RateLimitStore {
    return new SqliteCounter(this.#database, this.#tables.counts, name);
  }

  async close(): Promise<void> {
    this.#stopPruning();
    if (this.#isOwn && this.#database.isOpen) this.#database.close();
  }

  #prune(): void {
    const now = Date.now();
    this.#statements.prune.run({ now });
    this.#statements.pruneRevocations.run({ now });
    this.#statements.pruneCounts.run({ now });
  }
}

function parse(text: unknown): StoredSession {
  return JSON.parse(String(text)) as StoredSession;
}
