import {
  type NgSessionFeature,
  cookieStore,
  httpStore,
  indexedDbStore,
  memoryStore,
  webStorage,
  withStores,
} from 'ng-session';

import { readSessionSettings } from '../session/session-settings';
import { setting } from '../settings/setting';

const STORES = {
  memory: memoryStore(),
  tab: webStorage('session'),
  local: webStorage('local'),
  cookie: cookieStore(),
  'indexed-db': indexedDbStore(),
  http: httpStore(),
} as const;

export type StoreName = keyof typeof STORES;

/** How the demo keeps the session data. */
export interface StoreSettings {
  readonly use: StoreName;
  readonly age: string;
  readonly clearWithBrowser: boolean;
}

/** The ages that an address may ask for: with any other the library refuses to start. */
const DURATION = /^[1-9]\d*(?:ms|s|m|h|d)$/;

const saved = setting('store');

/** From the address, `?store=cookie&age=5s&clear-with-browser`, or else as it was saved. */
export function readStoreSettings(): StoreSettings {
  const inAddress = new URLSearchParams(location.search);
  const given = inAddress.has('store') ? inAddress : new URLSearchParams(saved.read() ?? '');
  const store = given.get('store') ?? '';
  const age = given.get('age') ?? '';
  return {
    use: isStoreName(store) && isAvailable(store) ? store : 'local',
    age: DURATION.test(age) ? age : '2h',
    clearWithBrowser: given.has('clear-with-browser'),
  };
}

/** Whether the server would take it: it keeps session data in the session of a cookie, not for a token. */
export function isAvailable(store: StoreName): boolean {
  return store !== 'http' || readSessionSettings().use === 'cookie';
}

/** Keeps the settings for the next start. */
export function saveStoreSettings({ use, age, clearWithBrowser }: StoreSettings): void {
  const given = new URLSearchParams({ store: use, age });
  if (clearWithBrowser) given.set('clear-with-browser', '');
  saved.write(given.toString());
}

/** The stores of the demo, of which one is in use. */
export function withDemoStores(): NgSessionFeature {
  const settings = readStoreSettings();
  saveStoreSettings(settings);
  return withStores(STORES, settings);
}

function isStoreName(name: string): name is StoreName {
  return Object.hasOwn(STORES, name);
}
