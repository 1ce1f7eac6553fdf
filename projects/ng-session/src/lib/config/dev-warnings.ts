import { isPlatformBrowser } from '@angular/common';
import { Injectable, PLATFORM_ID, inject } from '@angular/core';

/** What is likely wrong with the set-up: each code has its own paragraph in `docs/errors.md`. */
export type DevWarningCode =
  'cookie-not-kept' | 'interceptor-missing' | 'page-missing' | 'page-guarded' | 'session-unknown';

/**
 * Tells the console what is likely wrong with the set-up and how to mend it, each thing once.
 *
 * Whatever uses it stands behind `ngDevMode`, so that a production build holds none of it. A server
 * that renders has no cookies and would repeat itself with each page: it stays silent.
 */
@Injectable({ providedIn: 'root' })
export class DevWarnings {
  readonly #isBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  readonly #told = new Set<string>();

  warn(code: DevWarningCode, message: string): void {
    const warning = `ng-session: ${code}: ${message}`;
    if (!this.#isBrowser || this.#told.has(warning)) return;
    this.#told.add(warning);
    console.warn(warning);
  }
}
