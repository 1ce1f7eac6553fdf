import { randomUUID } from 'node:crypto';

import { pruneRegularly } from './prune-regularly.ts';
import {
  TOMBSTONE_AGE,
  type Destroyed,
  type ListedSession,
  type ReadSession,
  type SessionStore,
  type StoredSession,
  type WriteOptions,
  type WriteResult,
} from './session-store.ts';
import { Revocations } from './revocations.ts';
import {
  current,
  decideDestroy,
  decideWrite,
  endOf,
  isTombstone,
  type StoredEntry,
} from './stored-entry.ts';
import { userKey, userKeyOf } from './user-key.ts';

const PRUNE_INTERVAL = 60 * 1000;

/** Keeps sessions in the memory of one process: for development and tests, gone with a restart. */
export class MemoryStore implements SessionStore {
  readonly #entries = new Map<string, StoredEntry>();
  readonly #revocations = new Revocations();
  readonly #stopPruning = pruneRegularly(() => this.#prune(), PRUNE_INTERVAL);

  async read(id: string): Promise<ReadSession | null> {
    const entry = this.#current(id);
    return entry?.text ? { session: parse(entry.text), version: entry.version } : null;
  }

  async write(
    id: string,
    session: StoredSession,
    { age, version }: WriteOptions,
  ): Promise<WriteResult> {
    const result = decideWrite(this.#current(id), version);
    // As text, neither what was given nor what was read can change what is kept.
    if (result === 'written') this.#set(id, JSON.stringify(session), age);
    return result;
  }

  async touch(id: string, age: number): Promise<boolean> {
    const entry = this.#current(id);
    if (!entry?.text) return false;
    this.#entries.set(id, { ...entry, expiresAt: Date.now() + age });
    return true;
  }

  async destroy(id: string, successor?: string): Promise<Destroyed> {
    const entry = this.#current(id);
    if (!isTombstone(entry)) this.#set(id, null, TOMBSTONE_AGE, successor);
    return decideDestroy(entry, successor);
  }

  async destroyedAt(id: string): Promise<number | null> {
    return endOf(this.#current(id));
  }

  async list(userId: string | number): Promise<readonly ListedSession[]> {
    return [...this.#entries.keys()].flatMap((id) => {
      const text = this.#current(id)?.text;
      const session = text ? parse(text) : null;
      return session && userKeyOf(session) === userKey(userId) ? [{ id, session }] : [];
    });
  }

  async revoke(userId: string | number, at: number): Promise<void> {
    this.#revocations.add(userId, at);
  }

  async revokedAt(userId: string | number): Promise<number | null> {
    return this.#revocations.latest(userId);
  }

  async close(): Promise<void> {
    this.#stopPruning();
  }

  #current(id: string): StoredEntry | null {
    return current(this.#entries.get(id), Date.now());
  }

  #set(id: string, text: string | null, age: number, successor?: string): void {
    this.#entries.set(id, { text, version: randomUUID(), expiresAt: Date.now() + age, successor });
  }

  #prune(): void {
    for (const id of this.#entries.keys()) {
      if (this.#current(id) === null) this.#entries.delete(id);
    }
  }
}

function parse(text: string): StoredSession {
  return JSON.parse(text) as StoredSession;
}
