import type { DatabaseSync } from 'node:sqlite';

import session from 'express-session';

import type { JsonObject } from './json-object.ts';
import type { SessionData } from './session-data.ts';

type Done = (error?: unknown) => void;

export interface SqliteSessionStoreOptions {
  /** Milliseconds without a request after which a session ends. */
  readonly age: number;
  readonly now?: () => number;
}

/**
 * How long a destroyed session is remembered, in milliseconds.
 *
 * It has to outlast the slowest request that was already running at the sign-out.
 */
const TOMBSTONE_AGE = 24 * 60 * 60 * 1000;

/**
 * Keeps the sessions of `express-session` in SQLite, so that they survive a restart.
 *
 * A destroyed session leaves a tombstone: `express-session` writes at the end of a request what it
 * read at its start, and without the tombstone a request that ends after the sign-out would sign the
 * user in again. Each rule is one SQL statement, so that it also holds between processes.
 */
export class SqliteSessionStore extends session.Store {
  readonly #database: DatabaseSync;
  readonly #age: number;
  readonly #now: () => number;

  constructor(database: DatabaseSync, { age, now = Date.now }: SqliteSessionStoreOptions) {
    super();
    this.#database = database;
    this.#age = age;
    this.#now = now;
  }

  /** Returns a session that is alive, or null. */
  find(id: string): SessionData | null {
    const row = this.#database
      .prepare('SELECT data FROM sessions WHERE id = ? AND data IS NOT NULL AND expires_at > ?')
      .get(id, this.#now());
    return row === undefined ? null : (JSON.parse(String(row['data'])) as SessionData);
  }

  isDestroyed(id: string): boolean {
    const row = this.#database
      .prepare('SELECT 1 FROM sessions WHERE id = ? AND data IS NULL')
      .get(id);
    return row !== undefined;
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.#run(() => this.find(id), done);
  }

  override set(id: string, session: SessionData, done: Done = () => undefined): void {
    this.#run(() => {
      this.#database
        .prepare(
          `INSERT INTO sessions (id, data, expires_at) VALUES (?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET data = excluded.data, expires_at = excluded.expires_at
           WHERE sessions.data IS NOT NULL`,
        )
        .run(id, JSON.stringify(session), this.#now() + this.#age);
    }, done);
  }

  override touch(id: string, _session: SessionData, done: Done = () => undefined): void {
    this.#run(() => {
      this.#database
        .prepare(
          `UPDATE sessions SET expires_at = ?
           WHERE id = ? AND data IS NOT NULL AND expires_at > ?`,
        )
        .run(this.#now() + this.#age, id, this.#now());
    }, done);
  }

  override destroy(id: string, done: Done = () => undefined): void {
    this.#run(() => {
      this.#database
        .prepare(
          `INSERT INTO sessions (id, data, expires_at) VALUES (?, NULL, ?)
           ON CONFLICT (id) DO UPDATE SET data = NULL, expires_at = excluded.expires_at`,
        )
        .run(id, this.#now() + Math.max(TOMBSTONE_AGE, this.#age));
    }, done);
  }

  /**
   * Keeps messages for the next answer with the user.
   *
   * They have a table of their own: whoever takes them would otherwise write the whole session, and with
   * it what another request of the same moment has just changed in it.
   */
  flash(id: string, messages: JsonObject): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO flashes (session_id, messages) VALUES (?, ?)')
      .run(id, JSON.stringify(messages));
  }

  /** Returns the messages that were kept, and forgets them: of two requests at once, one gets them. */
  takeFlash(id: string): JsonObject | null {
    const row = this.#database
      .prepare('DELETE FROM flashes WHERE session_id = ? RETURNING messages')
      .get(id);
    return row === undefined ? null : (JSON.parse(String(row['messages'])) as JsonObject);
  }

  /** Deletes the sessions and tombstones whose time is over, and messages that nobody has fetched. */
  prune(): void {
    this.#database.prepare('DELETE FROM sessions WHERE expires_at <= ?').run(this.#now());
    this.#database.exec(
      `DELETE FROM flashes
       WHERE session_id NOT IN (SELECT id FROM sessions WHERE data IS NOT NULL)`,
    );
  }

  /** Works at once and answers later: `express-session` expects a callback after the call. */
  #run<T>(work: () => T, done: (error: unknown, result?: T) => void): void {
    try {
      const result = work();
      setImmediate(() => done(null, result));
    } catch (error) {
      setImmediate(() => done(error));
    }
  }
}
