import { DestroyRef, NgZone, inject } from '@angular/core';
import { type Subscription, timer } from 'rxjs';

/** The longest time that a timer of a browser takes; a longer one fires at once. */
const LONGEST = 2_147_483_647;

/** Calls back once, when a while has passed, however long it is. */
export interface Timer {
  /** Waits this many milliseconds, in place of any wait before; `Infinity` never passes. */
  set(milliseconds: number, callback: () => void): void;
  clear(): void;
}

/** Makes a timer that ends with the application, and does not keep it from being stable. */
export function injectTimer(): Timer {
  const zone = inject(NgZone);
  const destroyRef = inject(DestroyRef);
  let waiting: Subscription | undefined;
  const clear = (): void => waiting?.unsubscribe();
  const set = (milliseconds: number, callback: () => void): void => {
    clear();
    if (milliseconds === Infinity || destroyRef.destroyed) return;
    waiting = zone.runOutsideAngular(() =>
      timer(Math.min(milliseconds, LONGEST)).subscribe(() => {
        if (milliseconds > LONGEST) set(milliseconds - LONGEST, callback);
        else zone.run(callback);
      }),
    );
  };
  destroyRef.onDestroy(clear);
  return { set, clear };
}
