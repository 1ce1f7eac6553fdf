import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject } from '@angular/core';

/** Where a page leaves the names of its shares. */
const KEY = 'ng-session-flash';

/** What a page hands over, and is handed. */
export interface Handover {
  /** The names of what waits on this page, when it goes. */
  readonly leave: () => readonly string[];
  /** Called with what the page before this one has left in the same tab, if anything. */
  readonly take: (shares: readonly string[]) => void;
}

/**
 * Hands the names of what waits from a page to the next one in the same tab, such as by a reload: no
 * other tab may show it.
 *
 * They lie in the storage of the tab only while no page is there. A copy of that storage, which a
 * duplicated tab or `window.open` begins with, is made while one is there, and so holds none. A tab
 * that crashes, or that has no storage, hands over nothing.
 */
export function handOver({ leave, take }: Handover): void {
  const window = inject(DOCUMENT).defaultView;
  const put = (): void => {
    const shares = leave();
    if (shares.length) attempt(() => window?.sessionStorage.setItem(KEY, shares.join(' ')));
  };
  const fetch = (): void => {
    const names = attempt(() => window?.sessionStorage.getItem(KEY));
    if (!names) return;
    attempt(() => window?.sessionStorage.removeItem(KEY));
    take(names.split(' '));
  };

  fetch();
  const ended = new AbortController();
  const { signal } = ended;
  window?.addEventListener('pagehide', put, { signal });
  // A page that comes back from the memory of the browser finds what the pages after it have left.
  window?.addEventListener('pageshow', fetch, { signal });
  inject(DestroyRef).onDestroy(() => {
    ended.abort();
    // An application that is started anew on the page is the next page.
    put();
  });
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    // Blocked, or full.
    return undefined;
  }
}
