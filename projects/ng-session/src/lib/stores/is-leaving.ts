import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent } from 'rxjs';

/** Tells, from an injection context on, whether the page is about to go, and waits for nothing more. */
export function injectIsLeaving(): () => boolean {
  const window = inject(DOCUMENT).defaultView;
  let isLeaving = false;
  for (const type of window ? ['pagehide', 'pageshow'] : []) {
    // Before those who write what is left.
    fromEvent(window as Window, type, { capture: true })
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        isLeaving = type === 'pagehide';
      });
  }
  return () => isLeaving;
}
