import { createStore, entries, set } from 'idb-keyval';
import {
  type SessionStore,
  type SessionStoreFactory,
  type StoredData,
  cookieStore,
  httpStore,
  indexedDbStore,
  webStorage,
} from 'ng-session';
import { SessionDataServer } from './http-session-data';

/** A store whose storage can be broken, as the world does it. */
export interface FaultyStore {
  readonly name: string;
  readonly make: () => SessionStoreFactory;
  /** Ways to break it, each of which a browser or a network has; `mendStores` ends them. */
  readonly faults: Readonly<Record<string, () => void>>;
  /** Puts this where the session of the next page is found. */
  readonly plant: (data: StoredData) => void | Promise<void>;
  /** Puts something there that nobody can read. */
  readonly corrupt: () => void | Promise<void>;
  /** All that is there, as text. */
  readonly raw: () => string | Promise<string>;
  /** What another tab, or a person, does that clears the browser. */
  readonly clear: () => void | Promise<void>;
}

const ID = '0123456789abcdef';

/** The server behind `httpStore()`. */
export const dataServer = new SessionDataServer();

const mends: (() => void)[] = [];

/** Has a property of the browser do something else, until the stores are mended. */
function replace(target: object, key: string, replacement: PropertyDescriptor): void {
  const own = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { configurable: true, ...replacement });
  mends.push(() => {
    if (own) Object.defineProperty(target, key, own);
    else Reflect.deleteProperty(target, key);
  });
}

function throwing(name: string): () => never {
  return () => {
    throw new DOMException('As a browser says it.', name);
  };
}

function faultyWebStorage(kind: 'local' | 'session'): FaultyStore {
  const property = kind === 'local' ? 'localStorage' : 'sessionStorage';
  const storage = window[property];
  const plantText = (text: string): void => {
    storage.setItem('ng-session', ID);
    storage.setItem(`ng-session:${ID}`, text);
    storage.setItem(`ng-session:${ID}:until`, 'Infinity');
  };
  return {
    name: `webStorage('${kind}')`,
    make: () => webStorage(kind),
    faults: {
      'its getter throws': () => {
        replace(window, property, { get: throwing('SecurityError') });
      },
      'there is none': () => {
        replace(window, property, { value: null });
      },
      'it is full': () => {
        replace(Storage.prototype, 'setItem', { value: throwing('QuotaExceededError') });
      },
      'it can not be read': () => {
        replace(Storage.prototype, 'getItem', { value: throwing('InvalidStateError') });
      },
    },
    plant: (data) => plantText(JSON.stringify(data)),
    corrupt: () => plantText('{"a":'),
    raw: () => Object.entries(storage).sort().join('\n'),
    clear: () => storage.clear(),
  };
}

const faultyCookie: FaultyStore = {
  name: 'cookieStore()',
  make: () => cookieStore(),
  faults: {
    'cookies are blocked': () => {
      replace(document, 'cookie', { get: () => '', set: () => undefined });
    },
    'the page is sandboxed': () => {
      replace(document, 'cookie', {
        get: throwing('SecurityError'),
        set: throwing('SecurityError'),
      });
    },
  },
  plant: (data) => {
    document.cookie = `ng-session=${ID}::${encodeURIComponent(JSON.stringify(data))}; Path=/`;
  },
  corrupt: () => {
    document.cookie = 'ng-session=%E0%A4%A; Path=/';
  },
  raw: () => decodeURIComponent(document.cookie),
  clear: () => {
    document.cookie = 'ng-session=; Path=/; Max-Age=0';
  },
};

const sessions = createStore('ng-session', 'sessions');
const plantEntry = (data: unknown): Promise<void> => {
  localStorage.setItem('ng-session', ID);
  return set(ID, { data, until: Infinity, at: 0 }, sessions);
};

const faultyDatabase: FaultyStore = {
  name: 'indexedDbStore()',
  make: () => indexedDbStore(),
  faults: {
    'it is blocked': () => {
      replace(IDBFactory.prototype, 'open', { value: throwing('SecurityError') });
      replace(IDBDatabase.prototype, 'transaction', { value: throwing('InvalidStateError') });
    },
    'it is full': () => {
      replace(IDBObjectStore.prototype, 'put', { value: throwing('QuotaExceededError') });
    },
    'it can not be read': () => {
      replace(IDBObjectStore.prototype, 'get', { value: throwing('UnknownError') });
    },
  },
  plant: plantEntry,
  corrupt: () => plantEntry('no object'),
  raw: async () => JSON.stringify(await entries(sessions)),
  clear: async () => {
    localStorage.removeItem('ng-session');
    await sessions('readwrite', (store) => {
      store.clear();
    });
  },
};

const faultyServer: FaultyStore = {
  name: 'httpStore()',
  make: () => httpStore(),
  faults: {
    'there is no network': () => {
      dataServer.fault = 0;
    },
    'it answers 500': () => {
      dataServer.fault = 500;
    },
    'it refuses what is written': () => {
      dataServer.refusesWrites = true;
    },
    'it answers with a page': () => {
      dataServer.fault = 200;
    },
  },
  plant: (data) => {
    dataServer.data = data;
  },
  corrupt: () => {
    dataServer.data = { constructor: 'none of ours' };
  },
  raw: () => JSON.stringify(dataServer.data),
  clear: () => {
    dataServer.data = {};
  },
};

/** A store of somebody else, which fails in ways that none of ours does. */
class OwnStore implements SessionStore {
  static kept = new Map<string, unknown>();
  static fault: ((method: string) => unknown) | null = null;

  readonly read = (id: string) =>
    this.#do('read', () => (OwnStore.kept.get(id) ?? null) as StoredData | null);
  readonly write = (id: string, data: StoredData) =>
    this.#do('write', () => void OwnStore.kept.set(id, data));
  readonly destroy = (id: string) => this.#do('destroy', () => void OwnStore.kept.delete(id));
  readonly touch = () => this.#do('touch', () => undefined);

  #do<T>(method: string, work: () => T): T {
    return (OwnStore.fault?.(method) as T | undefined) ?? work();
  }
}

const faultyOwn: FaultyStore = {
  name: 'one of your own',
  make: () => () => new OwnStore(),
  faults: {
    'it throws what is no error': () => {
      OwnStore.fault = () => {
        throw 'no error';
      };
    },
    'it rejects': () => {
      OwnStore.fault = () => Promise.reject(new Error('as it is'));
    },
    'it can only be read': () => {
      OwnStore.fault = (method) => {
        if (method === 'write' || method === 'destroy') throw new Error('read only');
        return undefined;
      };
    },
  },
  plant: (data) => {
    localStorage.setItem('ng-session', ID);
    OwnStore.kept.set(ID, data);
  },
  corrupt: () => {
    localStorage.setItem('ng-session', ID);
    OwnStore.kept.set(ID, ['no object']);
  },
  raw: () => JSON.stringify([...OwnStore.kept]),
  clear: () => {
    localStorage.removeItem('ng-session');
    OwnStore.kept.clear();
  },
};

export const FAULTY_STORES: readonly FaultyStore[] = [
  faultyWebStorage('local'),
  faultyWebStorage('session'),
  faultyCookie,
  faultyDatabase,
  faultyServer,
  faultyOwn,
];

/** Mends all that was broken. */
export function mendStores(): void {
  for (const mend of mends.splice(0)) mend();
  dataServer.fault = null;
  dataServer.refusesWrites = false;
  OwnStore.fault = null;
}

/** Empties what `clearBrowser` does not know of. */
export function emptyStores(): void {
  dataServer.data = {};
  OwnStore.kept.clear();
}
