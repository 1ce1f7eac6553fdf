import { type UseStore, createStore, get, promisifyRequest } from 'idb-keyval';
import { isPlainObject } from '../config/is-plain-object';
import { type LastWord, injectLastWords } from './last-words';
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
  /** When it was written, in milliseconds. */
  readonly at: number;
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
    const place = `${name}:database:${database ?? name}`;
    const tabs = injectTabChannel(place);
    const lastWords = injectLastWords(place);
    const store = createStore(database ?? name, 'sessions');
    const end = (): number => Date.now() + age;
    let isSwept = false;

    /** Has arrive what pages have said on their way out. */
    const settle = async (): Promise<void> => {
      const words = lastWords.all();
      if (words.length === 0) return;
      const arrived = change(store, (sessions) => {
        for (const word of words) {
          follow(sessions.get(word.id), (found) => {
            // Not where it arrived by itself, nor where another tab has said more, or the end, since.
            const isLast = !isEntry(found) || found.at < word.at;
            if (isLast && lastWords.has(word)) enter(sessions, word, word.at + age);
          });
        }
      });
      // Where that fails, as without room, it is tried again, and what is there can still be read.
      await arrived.then(
        () => {
          lastWords.forget(words);
        },
        () => undefined,
      );
    };
    /** Says it, and waits until it has arrived. */
    const say = async (id: string, data: StoredData | null): Promise<void> => {
      const word = { id, data, at: Date.now() };
      lastWords.say(word);
      await change(store, (sessions) => {
        enter(sessions, word, end());
        sessions.transaction.commit();
      });
      lastWords.forget([word]);
    };

    return {
      read: async (id) => {
        await settle();
        const found: unknown = await get(id, store);
        if (found === undefined) return null;
        if (!isEntry(found)) throw new SyntaxError('What is in the database is no session.');
        return isAlive(found) ? found.data : null;
      },
      write: async (id, data) => {
        await say(id, data);
        if (!isSwept) {
          isSwept = true;
          // Only to tidy up: what was to be written is.
          await change(store, sweep).catch(() => undefined);
        }
        // Last: the others are to find the id, which is kept with the answer.
        tabs.tell();
      },
      destroy: async (id) => {
        await say(id, null);
        tabs.tell();
      },
      touch: async (id) => {
        await settle();
        await change(store, (sessions) => {
          follow(sessions.get(id), (found) => {
            if (isAlive(found)) sessions.put({ ...found, until: end() }, id);
          });
        });
      },
      watch: (changed) => {
        const stops = [tabs.watch(changed), lastWords.watch(changed)];
        return () => {
          for (const stop of stops) stop();
        };
      },
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

function enter(sessions: IDBObjectStore, { id, data, at }: LastWord, until: number): void {
  if (data === null) sessions.delete(id);
  else sessions.put({ data, until, at } satisfies Entry, id);
}

function follow<T>(request: IDBRequest<T>, then: (result: unknown) => void): void {
  request.onsuccess = () => {
    then(request.result);
  };
}

/** Whether it is what a store of this kind writes, rather than something else in its place. */
function isEntry(found: unknown): found is Entry {
  return (
    isPlainObject(found) && typeof found['until'] === 'number' && typeof found['at'] === 'number'
  );
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
