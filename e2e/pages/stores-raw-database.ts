import type { Page } from 'playwright-core';

import type { Place } from './stores-place.ts';

interface Visit {
  readonly name: string;
  readonly mode: IDBTransactionMode;
  /** JSON, for an entry can be more than text. */
  readonly entry?: string;
}

/** The entry of the session in a database of the browser, which the library gives this name. */
export function databasePlace(name: string): Place {
  return {
    read: async (page) => {
      const found = await visit(page, { name, mode: 'readonly' });
      return (found as { data: unknown } | undefined)?.data ?? null;
    },
    spoil: async (page, entry) => {
      await visit(page, { name, mode: 'readwrite', entry });
    },
  };
}

/** Reads or replaces the entry; gives what was read. */
function visit(page: Page, what: Visit): Promise<unknown> {
  return page.evaluate(async ({ name, mode, entry }) => {
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // Who comes first makes the database; that is for the app to do.
    const id = localStorage.getItem(name);
    if (id === null) return undefined;
    const database = await result(indexedDB.open(name));
    try {
      const sessions = database.transaction('sessions', mode).objectStore('sessions');
      return entry === undefined
        ? await result<unknown>(sessions.get(id))
        : await result(sessions.put(JSON.parse(entry), id));
    } finally {
      database.close();
    }
  }, what);
}
