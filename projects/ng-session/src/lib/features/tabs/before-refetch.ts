import { InjectionToken } from '@angular/core';

declare const ngDevMode: boolean | undefined;

/** What has to be done before the session is fetched because of another tab. */
export const BEFORE_REFETCH = new InjectionToken<() => Promise<void>>(
  ngDevMode ? 'BEFORE_REFETCH' : '',
);
