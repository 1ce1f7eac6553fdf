import { PLATFORM_ID, inject, provideAppInitializer } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import type { SessionStore, SessionStoreFactory } from '../stores/session-store';
import type { NgSessionFeature } from './ng-session-feature';
import { ACTIVE_STORE, type ActiveStore } from './store/active-store';
import { openStore } from './store/open-store';
import { resolveStore } from './store/resolve-store';
import type { StoreOptions } from './store/store-options';
import { StoreSync } from './store/store-sync';

/**
 * Keeps the session data in a store, so that it survives a reload.
 *
 * ```ts
 * provideNgSession({}, withStore(webStorage('local'), { age: '2h' }));
 * ```
 *
 * The app starts with what is stored; a store that takes longer than a second to answer is not waited
 * for, and then what has changed meanwhile is put on top of its answer.
 *
 * What a store does not do, because it is blocked or full, stays in memory, is told by `error` and by
 * the event `storeFailed`, and is tried again. On the server nothing is kept.
 *
 * @throws SessionError `invalid-config` for a wrong option.
 */
export function withStore(
  store: SessionStore | SessionStoreFactory,
  options: StoreOptions = {},
): NgSessionFeature {
  const settings = resolveStore(options);
  return {
    ɵkind: 'withStore',
    ɵproviders: [
      StoreSync,
      {
        provide: ACTIVE_STORE,
        useFactory: (): ActiveStore => ({ ...settings, store: openStore(store, settings) }),
      },
      provideAppInitializer(() =>
        settings.enabled && isPlatformBrowser(inject(PLATFORM_ID))
          ? inject(StoreSync).start()
          : undefined,
      ),
    ],
  };
}
