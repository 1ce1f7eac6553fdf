import { type UseStore, createStore, get, promisifyRequest } from 'idb-keyval';
import { isPlainObject } from '../config/is-plain-object';
import type { SessionStoreFactory, StoredData } from './session-store';
import { injectTabChannel } from './tab-channel';

/** Where in the browser the sessions are. */
export interface IndexedDbStoreOptions {
  /** The name of the database, which is used for nothing else. Default: the name of the sessions. */
  readonly database?: string;
}

interface Entry {
  readonly data: StoredData;
  readonly until: number;
}

/**
 * Keeps session data in a database of the browser, for all tabs and after a restart: the store for
 * much, a good part of the disk. Sessions that are over are cleared away.
 *
 * ```ts
 * provideNgSession({}, withStore(indexedDbStore(), { age: '30 days' }));
 * ```
 */
export function indexedDbStore({ database }: IndexedDbStoreOptions = {}): SessionStoreFactory {
  return ({ age, name }) => {
    const tabs = injectTabChannel(`${name}:database:${database ?? name}`);
    const store = createStore(database ?? name, 'sessions');
    const fresh = (data: StoredData): Entry => ({ data, until: Date.now() + age });
    let isSwept = false;
    // Opened at once: the first value of a page may be put when the page goes. A failure comes again.
    change(store, () => undefined).catch(() => undefined);

    return {
      read: async (id) => {
        const found: unknown = await get(id, store);
        if (found === undefined) return null;
        if (!isEntry(found)) throw new SyntaxError('What is in the database is no session.');
        return isAlive(found) ? found.data : null;
      },
      write: async (id, data) => {
        await change(store, (sessions) => {
          sessions.put(fresh(data), id);
          sessions.transaction.commit();
        });
        if (!isSwept) {
          isSwept = true;
          // Only to tidy up: what was to be written is.
          await change(store, sweep).catch(() => undefined);
        }
        // Last: the others are to find the id, which is kept with the answer.
        tabs.tell();
      },
      destroy: async (id) => {
        await change(store, (sessions) => {
          sessions.delete(id);
          sessions.transaction.commit();
        });
        tabs.tell();
      },
      touch: (id) =>
        change(store, (sessions) => {
          const request = sessions.get(id) as IDBRequest<unknown>;
          request.onsuccess = () => {
            if (isAlive(request.result)) sessions.put(fresh(request.result.data), id);
          };
        }),
      watch: (changed) => tabs.watch(changed),
    };
  };
}

/**
 * Does all in one transaction: a store that fails half-way has changed nothing. One that the work has
 * committed is written even if the page goes meanwhile.
 */
async function change(store: UseStore, work: (sessions: IDBObjectStore) => void): Promise<void> {
  // Waited for, since a database that is blocked throws at once.
  await store('readwrite', (sessions) => {
    work(sessions);
    return promisifyRequest(sessions.transaction);
  });
}

/** Whether it is what a store of this kind writes, rather than something else in its place. */
function isEntry(found: unknown): found is Entry {
  return isPlainObject(found) && typeof found['until'] === 'number';
}

function isAlive(found: unknown): found is Entry {
  return isEntry(found) && found.until > Date.now();
}

/** Removes the sessions that are over. */
function sweep(sessions: IDBObjectStore): void {
  const request = sessions.openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    if (!isAlive(cursor.value)) cursor.delete();
    cursor.continue();
  };
}
