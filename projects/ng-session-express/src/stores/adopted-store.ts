import { randomUUID } from 'node:crypto';

import session from 'express-session';
import type { SessionData, Store } from 'express-session';

import { InOrder } from './in-order.ts';
import {
  TOMBSTONE_AGE,
  type Destroyed,
  type ReadSession,
  type SessionStore,
  type StoredSession,
  type WriteOptions,
  type WriteResult,
} from './session-store.ts';
import { decideWrite } from './stored-entry.ts';
import type { Tombstone } from './tombstone.ts';
import { TtlMap } from './ttl-map.ts';

/** What such a store keeps; it takes the time to live from the cookie. */
interface Adopted {
  readonly version: string;
  readonly session: StoredSession;
}

/**
 * Makes a session store of a store for `express-session`. Such a one can neither compare nor remember
 * what was destroyed, so both are done here, in memory: it is for one process.
 */
export class AdoptedStore implements SessionStore {
  readonly #store: Store;
  readonly #order = new InOrder();
  readonly #tombstones = new TtlMap<Tombstone>(TOMBSTONE_AGE);

  constructor(store: Store) {
    this.#store = store;
  }

  read(id: string): Promise<ReadSession | null> {
    return this.#order.run(id, () => this.#get(id));
  }

  write(id: string, session: StoredSession, options: WriteOptions): Promise<WriteResult> {
    return this.#order.run(id, async () => {
      if (this.#tombstones.get(id)) return 'ended';
      const found = await this.#get(id);
      const entry = found && { text: '', version: found.version, expiresAt: Infinity };
      const result = decideWrite(entry, options.version);
      if (result === 'written') {
        await this.#set(id, { version: randomUUID(), session }, options.age);
      }
      return result;
    });
  }

  touch(id: string, age: number): Promise<boolean> {
    return this.#order.run(id, async () => {
      const found = await this.#get(id);
      if (found === null) return false;
      const touch = this.#store.touch?.bind(this.#store);
      if (touch) await called((done) => touch(id, toData(found, age), done));
      else await this.#set(id, found, age);
      return true;
    });
  }

  destroy(id: string, successor: string | null = null): Promise<Destroyed> {
    return this.#order.run(id, async () => {
      const before = this.#tombstones.get(id);
      if (before) return { wasAlive: false, successor: before.successor };
      const wasAlive = (await this.#get(id)) !== null;
      await called((done) => this.#store.destroy(id, done)).catch(nullIfMissing);
      // Not sooner: what the store could not end lives on.
      this.#tombstones.set(id, { endedAt: Date.now(), successor });
      return { wasAlive, successor };
    });
  }

  async destroyedAt(id: string): Promise<number | null> {
    return this.#tombstones.get(id)?.endedAt ?? null;
  }

  async close(): Promise<void> {
    // Its connections are those of the app.
  }

  async #get(id: string): Promise<ReadSession | null> {
    if (this.#tombstones.get(id)) return null;
    const found = await called<unknown>((done) => this.#store.get(id, done)).catch(nullIfMissing);
    const { version, session } = (found ?? {}) as Partial<Adopted>;
    // It may hold sessions of before, which were not written by us.
    return version !== undefined && session ? copy({ version, session }) : null;
  }

  #set(id: string, adopted: Adopted, age: number): Promise<void> {
    return called((done) => this.#store.set(id, toData(copy(adopted), age), done));
  }
}

function toData(adopted: Adopted, age: number): SessionData {
  const cookie = new session.Cookie();
  cookie.maxAge = age;
  return { cookie, version: adopted.version, session: adopted.session } as unknown as SessionData;
}

function copy({ version, session }: Adopted): Adopted {
  return { version, session: JSON.parse(JSON.stringify(session)) as StoredSession };
}

type Done<T> = (error?: unknown, result?: T) => void;

function called<T = void>(call: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, result) => (error ? reject(error) : resolve(result as T)));
  });
}

/** `express-session` takes this error for "there is none" too; stores of files tell it of what is to be ended. */
function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
