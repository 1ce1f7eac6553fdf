import { randomUUID } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

import type { Store as RateLimitStore } from 'express-rate-limit';

import { pruneRegularly } from '../prune-regularly.ts';
import {
  TOMBSTONE_AGE,
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

  async destroy(id: string): Promise<void> {
    this.#statements.destroy.run({ id, next: randomUUID(), expiresAt: Date.now() + TOMBSTONE_AGE });
  }

  async isDestroyed(id: string): Promise<boolean> {
    return this.#statements.isDestroyed.get({ id, now: Date.now() }) !== undefined;
  }

  async list(userId: string | number): Promise<readonly ListedSession[]> {
    const rows = this.#statements.list.all({ user: userKey(userId), now: Date.now() });
    return rows.map((row) => ({ id: String(row['id']), session: parse(row['session']) }));
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
    this.#statements.pruneCounts.run({ now });
  }
}

function prepareStatements(database: DatabaseSync, { sessions, counts }: Tables) {
  const prepare = (sql: string): StatementSync => database.prepare(sql);
  const alive = 'id = :id AND session IS NOT NULL AND expires_at > :now';
  return {
    read: prepare(`SELECT session, version FROM ${sessions} WHERE ${alive}`),
    // A tombstone and a session both refuse to be begun again; one that is over makes room.
    create: prepare(`
      INSERT INTO ${sessions} (id, session, user, version, expires_at)
      VALUES (:id, :session, :user, :next, :expiresAt)
      ON CONFLICT (id) DO UPDATE SET
        session = excluded.session, user = excluded.user,
        version = excluded.version, expires_at = excluded.expires_at
      WHERE ${sessions}.expires_at <= :now
    `),
    update: prepare(`
      UPDATE ${sessions}
      SET session = :session, user = :user, version = :next, expires_at = :expiresAt
      WHERE ${alive} AND version = :version
    `),
    touch: prepare(`UPDATE ${sessions} SET expires_at = :expiresAt WHERE ${alive}`),
    destroy: prepare(`
      INSERT INTO ${sessions} (id, version, expires_at) VALUES (:id, :next, :expiresAt)
      ON CONFLICT (id) DO UPDATE SET
        session = NULL, user = NULL, version = excluded.version, expires_at = excluded.expires_at
    `),
    isDestroyed: prepare(
      `SELECT 1 FROM ${sessions} WHERE id = :id AND session IS NULL AND expires_at > :now`,
    ),
    list: prepare(`SELECT id, session FROM ${sessions} WHERE user = :user AND expires_at > :now`),
    prune: prepare(`DELETE FROM ${sessions} WHERE expires_at <= :now`),
    pruneCounts: prepare(`DELETE FROM ${counts} WHERE resets_at <= :now`),
  };
}

function parse(text: unknown): StoredSession {
  return JSON.parse(String(text)) as StoredSession;
}
