import { randomUUID } from 'node:crypto';

import type {
  Destroyed,
  ReadSession,
  SessionStore,
  StoredSession,
  WriteOptions,
  WriteResult,
} from 'ng-session-express';

const DAY = 24 * 60 * 60 * 1000;

// #region store
interface Row {
  /** `null` where the session was destroyed. */
  readonly text: string | null;
  readonly version: string;
  readonly until: number;
  /** Where a session goes on that was destroyed, if anywhere. */
  readonly successor?: string | undefined;
}

/** Keeps sessions in a Map. Over a database, each method is one statement, or one transaction. */
export class MapStore implements SessionStore {
  readonly #rows = new Map<string, Row>();

  async read(id: string): Promise<ReadSession | null> {
    const row = this.#current(id);
    if (!row?.text) return null;
    return { session: JSON.parse(row.text) as StoredSession, version: row.version };
  }

  async write(id: string, session: StoredSession, options: WriteOptions): Promise<WriteResult> {
    const row = this.#current(id);
    if (row === undefined && options.version !== null) return 'ended';
    if (row?.text === null) return 'ended';
    if (row !== undefined && row.version !== options.version) return 'conflict';
    this.#keep(id, JSON.stringify(session), options.age);
    return 'written';
  }

  async touch(id: string, age: number): Promise<boolean> {
    const row = this.#current(id);
    if (!row?.text) return false;
    this.#rows.set(id, { ...row, until: Date.now() + age });
    return true;
  }

  async destroy(id: string, successor?: string): Promise<Destroyed> {
    const row = this.#current(id);
    // The first end counts.
    if (row?.text === null) return { wasAlive: false, successor: row.successor ?? null };
    // A request that has read it before may still be under way: it must find that it is over.
    this.#keep(id, null, DAY, successor);
    return { wasAlive: row !== undefined, successor: successor ?? null };
  }

  async destroyedAt(id: string): Promise<number | null> {
    const row = this.#current(id);
    return row?.text === null ? row.until - DAY : null;
  }

  async close(): Promise<void> {
    this.#rows.clear();
  }

  #current(id: string): Row | undefined {
    const row = this.#rows.get(id);
    return row && row.until > Date.now() ? row : undefined;
  }

  #keep(id: string, text: string | null, age: number, successor?: string): void {
    this.#rows.set(id, { text, version: randomUUID(), until: Date.now() + age, successor });
  }
}
// #endregion store
