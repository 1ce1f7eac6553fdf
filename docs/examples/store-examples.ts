import {
  cookieStore,
  httpStore,
  indexedDbStore,
  memoryStore,
  provideNgSession,
  webStorage,
  withStore,
  withStores,
} from 'ng-session';

import { addTags } from './add-tags';

const environment: { readonly store: 'local' | 'server' } = { store: 'local' };

/** Each set-up of the guide to the stores, as one that really starts. */
export const STORE_EXAMPLES = {
  memory: [
    // #region memory
    provideNgSession({}, withStore(memoryStore(), { age: '30m' })),
    // #endregion memory
  ],
  local: [
    // #region local
    provideNgSession({}, withStore(webStorage('local'), { age: '2h' })),
    // #endregion local
  ],
  tab: [
    // #region tab
    provideNgSession({}, withStore(webStorage('session'))),
    // #endregion tab
  ],
  cookie: [
    // #region cookie
    provideNgSession({}, withStore(cookieStore({ sameSite: 'Strict' }), { age: '30 days' })),
    // #endregion cookie
  ],
  indexedDb: [
    // #region indexed-db
    provideNgSession({}, withStore(indexedDbStore(), { age: '30 days' })),
    // #endregion indexed-db
  ],
  http: [
    // #region http
    provideNgSession({ baseUrl: 'https://api.example.com' }, withStore(httpStore())),
    // #endregion http
  ],
  browser: [
    // #region clear-with-browser
    provideNgSession({}, withStore(webStorage('local'), { age: '30m', clearWithBrowser: true })),
    // #endregion clear-with-browser
  ],
  version: [
    // #region version
    provideNgSession({}, withStore(webStorage('local'), { version: 2, migrate: addTags })),
    // #endregion version
  ],
  several: [
    // #region stores
    provideNgSession(
      {},
      withStores(
        { local: webStorage('local'), server: httpStore() },
        { use: environment.store, age: '2h' },
      ),
    ),
    // #endregion stores
  ],
};
