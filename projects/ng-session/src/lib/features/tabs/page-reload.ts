import { DOCUMENT } from '@angular/common';
import { InjectionToken, inject } from '@angular/core';

declare const ngDevMode: boolean | undefined;

/** Loads the page anew; specs put something else here, as their own page has to stay. */
export const PAGE_RELOAD = new InjectionToken<() => void>(ngDevMode ? 'PAGE_RELOAD' : '', {
  factory: () => {
    const { location } = inject(DOCUMENT);
    return () => {
      location.reload();
    };
  },
});
