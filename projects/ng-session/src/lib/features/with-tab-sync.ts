import { isPlatformBrowser } from '@angular/common';
import { PLATFORM_ID, inject, provideAppInitializer } from '@angular/core';
import { injectTabChannel } from '../stores/tab-channel';
import type { NgSessionFeature } from './ng-session-feature';
import { PageReturn } from './tabs/page-return';
import { TabSync } from './tabs/tab-sync';

/** How tabs find each other. */
export interface TabSyncOptions {
  /** What the session is called; two apps on one origin need two. Default: `ng-session`. */
  readonly name?: string;
}

/**
 * Has all tabs of a browser agree on who is signed in: a sign-in, a sign-out or another identity in one
 * of them has each of the others fetch the user. No data goes from tab to tab.
 *
 * ```ts
 * provideNgSession({ baseUrl: 'https://api.example.com' }, withTabSync());
 * ```
 *
 * A page that comes back by the Back button is hidden until it is known that the same person is still here.
 */
export function withTabSync({ name = 'ng-session' }: TabSyncOptions = {}): NgSessionFeature {
  return {
    ɵkind: 'withTabSync',
    ɵproviders: [
      TabSync,
      PageReturn,
      provideAppInitializer(() => {
        if (isPlatformBrowser(inject(PLATFORM_ID))) {
          inject(TabSync).start(injectTabChannel(`${name}:tabs`));
        }
      }),
    ],
  };
}
