import { DestroyRef, inject } from '@angular/core';

/** How the tabs of a browser tell each other that a store was changed; it carries no data. */
export interface TabChannel {
  /** Tells all other tabs. */
  tell(): void;
  /** Calls back when another one tells; returns what ends that. */
  watch(changed: () => void): () => void;
}

/** Opens the channel of this name; it closes with the application. */
export function injectTabChannel(name: string): TabChannel {
  const destroyRef = inject(DestroyRef);
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
