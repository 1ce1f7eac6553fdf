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
    const lastWords = injectLastWords(`${place}:last`);
    const store = createStore(database ?? name, 'sessions');
    const end = (): number => Date.now() + age;
    let isSwept = false;
    /** When something was written or read last: a clock may stand still, or be set back. */
    let latest = 0;

    /** Has arrive what pages have said on their way out. */
    const settle = async (): Promise<void> => {
      const words = lastWords.all();
      if (words.length === 0) return;
      const arrived = change(store, (sessions) => {
        for (const word of words) {
          follow(sessions.get(word.id), (found) => {
            // Not where another tab has said more since, or the end.
            if (isNews(word, found) && lastWords.has(word)) enter(sessions, word, word.at + age);
          });
        }
      });
      // Where that fails, as without room, it is tried again with the next reading.
      await arrived.then(
        () => {
          lastWords.forget(words);
        },
        () => undefined,
      );
    };
    /** Says it, and waits until it has arrived. */
    const say = async (id: string, data: StoredData | null): Promise<void> => {
      latest = Math.max(Date.now(), latest + 1);
      const word = { id, data, at: latest };
      lastWords.say(word);
      await change(store, (sessions) => {
        enter(sessions, word, end());
        sessions.transaction.commit();
      });
      lastWords.forget([word]);
    };

    // At once: nobody may ever read again what a page has ended on its way out.
    void settle();

    return {
      read: async (id) => {
        await settle();
        const found: unknown = await get(id, store);
        // What there is no room for in the database counts all the same.
        const word = lastWords.all().find((one) => one.id === id && isNews(one, found));
        if (word) return Date.now() < word.at + age ? word.data : null;
        if (found === undefined) return null;
        if (!isEntry(found)) throw new SyntaxError('What is in the database is no session.');
        latest = Math.max(latest, found.at);
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
        const stops = [
          tabs.watch(changed),
          lastWords.watch(() => {
            void settle();
            changed();
          }),
        ];
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

/** Whether it was said after what was found was written: it may have arrived by itself. */
function isNews(word: LastWord, found: unknown): boolean {
  return !isEntry(found) || found.at < word.at;
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
