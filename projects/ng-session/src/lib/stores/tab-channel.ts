import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject } from '@angular/core';
import { randomId } from '../config/random-id';
import { watchStorage } from './watch-storage';

/** How the tabs of a browser tell each other that something has changed; it carries no data. */
export interface TabChannel {
  /** Tells all other tabs. */
  tell(): void;
  /** Calls back when another one tells; returns what ends that. */
  watch(changed: () => void): () => void;
}

/**
 * Opens the channel of this name; it closes with the application. A browser without channels tells its
 * tabs of a change in the storage, which does as well.
 */
export function injectTabChannel(name: string): TabChannel {
  const destroyRef = inject(DestroyRef);
  const window = inject(DOCUMENT).defaultView;
  if (window && !('BroadcastChannel' in window)) return storageChannel(window, name);
  const channel = new BroadcastChannel(name);
  destroyRef.onDestroy(() => {
    channel.close();
  });
  return {
    tell: () => {
      if (!destroyRef.destroyed) channel.postMessage(null);
    },
    watch: (changed) => {
      channel.addEventListener('message', changed);
      return () => {
        channel.removeEventListener('message', changed);
      };
    },
  };
}

function storageChannel(window: Window, name: string): TabChannel {
  return {
    tell: () => {
      try {
        // Something new each time, or nothing would have changed; nobody reads it, so nothing stays.
        window.localStorage.setItem(name, randomId());
        window.localStorage.removeItem(name);
      } catch {
        // Without a storage either, the other tabs find out with their next request.
      }
    },
    watch: (changed) =>
      watchStorage(window, ({ key, newValue }) => {
        if (key === name && newValue !== null) changed();
      }),
  };
}
