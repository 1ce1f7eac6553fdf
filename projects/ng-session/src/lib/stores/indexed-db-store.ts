import { type UseStore, createStore, del, get, promisifyRequest } from 'idb-keyval';
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

    return {
      read: async (id) => {
        const found = await get<Entry>(id, store);
        return isAlive(found) ? found.data : null;
      },
      write: async (id, data) => {
        await change(store, (sessions) => {
          if (!isSwept) sweep(sessions);
          sessions.put(fresh(data), id);
        });
        isSwept = true;
        tabs.tell();
      },
      destroy: async (id) => {
        await del(id, store);
        tabs.tell();
      },
      touch: (id) =>
        change(store, (sessions) => {
          const request = sessions.get(id) as IDBRequest<Entry | undefined>;
          request.onsuccess = () => {
            if (isAlive(request.result)) sessions.put(fresh(request.result.data), id);
          };
        }),
      watch: (changed) => tabs.watch(changed),
    };
  };
}

/** Does all in one transaction: a store that fails half-way has changed nothing. */
function change(store: UseStore, work: (sessions: IDBObjectStore) => void): Promise<void> {
  return store('readwrite', (sessions) => {
    work(sessions);
    return promisifyRequest(sessions.transaction);
  });
}

function isAlive(entry: Entry | undefined): entry is Entry {
  return entry !== undefined && entry.until > Date.now();
}

/** Removes the sessions that are over. */
function sweep(sessions: IDBObjectStore): void {
  const request = sessions.openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    if (!isAlive(cursor.value as Entry)) cursor.delete();
    cursor.continue();
  };
}
