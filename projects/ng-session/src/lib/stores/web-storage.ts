import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { SessionError } from '../config/session-error';
import type { SessionStoreFactory, StoredData } from './session-store';
import { watchStorage } from './watch-storage';

declare const ngDevMode: boolean | undefined;

const UNTIL = ':until';

/**
 * Keeps session data in a storage of the browser: `local` for all tabs and after a restart, `session`
 * for one tab until it is closed. Holds about five million characters, under keys that begin with
 * the name of the sessions; no other key is touched. Sessions that are over are cleared away.
 *
 * ```ts
 * provideNgSession({}, withStore(webStorage('local'), { age: '2h' }));
 * ```
 */
export function webStorage(kind: 'local' | 'session'): SessionStoreFactory {
  return ({ age, name }) => {
    const window = inject(DOCUMENT).defaultView;
    const keyOf = (id: string): string => `${name}:${id}`;
    let isSwept = false;
    /** What was there when it was last looked at: to compare texts is far quicker than to parse. */
    let last: { text: string; data: StoredData } | undefined;

    const open = (): Storage => {
      const storage = kind === 'local' ? window?.localStorage : window?.sessionStorage;
      if (!storage) throw new SessionError('store', ngDevMode && 'this page has no storage.');
      if (!isSwept) {
        isSwept = true;
        sweep(storage, keyOf(''));
      }
      return storage;
    };
    const read = (id: string): StoredData | null => {
      const storage = open();
      const text = storage.getItem(keyOf(id));
      if (text === null || isOver(storage, keyOf(id))) return null;
      if (text !== last?.text) last = { text, data: JSON.parse(text) as StoredData };
      return last.data;
    };
    const keepAlive = (id: string): void => {
      open().setItem(keyOf(id) + UNTIL, String(Date.now() + age));
    };

    return {
      reach: kind === 'local' ? 'browser' : 'tab',
      read,
      write: (id, data) => {
        // First what always fits, so that where the data does not, what was there before is whole.
        keepAlive(id);
        const text = JSON.stringify(data);
        open().setItem(keyOf(id), text);
        last = { text, data };
      },
      destroy: (id) => {
        remove(open(), keyOf(id));
      },
      touch: (id) => {
        if (open().getItem(keyOf(id)) !== null && !isOver(open(), keyOf(id))) keepAlive(id);
      },
      watch: (changed) =>
        watchStorage(window, ({ key }) => {
          if (key?.startsWith(keyOf('')) && !key.endsWith(UNTIL)) changed();
        }),
    };
  };
}

function isOver(storage: Storage, key: string): boolean {
  return Number(storage.getItem(key + UNTIL)) <= Date.now();
}

function remove(storage: Storage, key: string): void {
  storage.removeItem(key);
  storage.removeItem(key + UNTIL);
}

/** Removes the sessions that are over. */
function sweep(storage: Storage, prefix: string): void {
  for (const key of Object.keys(storage)) {
    if (!key.startsWith(prefix) || !key.endsWith(UNTIL)) continue;
    const session = key.slice(0, -UNTIL.length);
    if (isOver(storage, session)) remove(storage, session);
  }
}
