import { DOCUMENT, Injectable, inject } from '@angular/core';
import { originOf } from './origin-of';
import { SESSION_CONFIG } from './resolve-config';

/** The origins that get credentials: that of the app, those of the session URLs, and `apiOrigins`. */
@Injectable({ providedIn: 'root' })
export class OwnOrigins {
  readonly #document = inject(DOCUMENT);
  readonly #origins: ReadonlySet<string | null>;

  constructor() {
    const { signInUrl, signOutUrl, updateUrl, apiOrigins } = inject(SESSION_CONFIG);
    this.#origins = new Set(
      [this.#document.location.href, signInUrl, signOutUrl, updateUrl, ...apiOrigins].map((url) =>
        this.#resolve(url),
      ),
    );
  }

  /** Whether a request to this URL goes to one of ours, compared by scheme, host and port. */
  has(url: string): boolean {
    const origin = this.#resolve(url);
    return origin !== null && this.#origins.has(origin);
  }

  #resolve(url: string): string | null {
    return originOf(url, baseOf(this.#document));
  }
}

/** What relative URLs are relative to. */
export function baseOf(document: Document): string {
  try {
    return document.baseURI;
  } catch {
    // The document of a server that renders throws here: it has not implemented this.
    return document.location.href;
  }
}
