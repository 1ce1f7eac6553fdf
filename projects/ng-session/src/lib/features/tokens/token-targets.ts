import { DOCUMENT } from '@angular/common';
import { Injectable, inject } from '@angular/core';
import { originOf } from '../../config/origin-of';
import { OwnOrigins, baseOf } from '../../config/own-origins';
import { TOKEN_OPTIONS } from './resolve-tokens';

/** Which requests get the token. */
@Injectable()
export class TokenTargets {
  readonly #base = baseOf(inject(DOCUMENT));
  readonly #ours = inject(OwnOrigins);
  readonly #options = inject(TOKEN_OPTIONS);
  readonly #allowed = this.#options.allowedOrigins?.map((origin) => originOf(origin));

  /** Whether a request to this URL does: of an allowed origin, exactly, and of no disallowed route. */
  has(url: string): boolean {
    const origin = originOf(url, this.#base);
    const isAllowed = this.#allowed
      ? origin !== null && this.#allowed.includes(origin)
      : this.#ours.has(url);
    return isAllowed && !this.#options.disallowedRoutes.some((route) => this.#isOf(route, url));
  }

  #isOf(route: string | RegExp, url: string): boolean {
    // Unlike `test`, it takes no note of where a pattern with the flag `g` was found last.
    if (typeof route !== 'string') return url.search(route) >= 0;
    const one = new URL(route, this.#base);
    const other = new URL(url, this.#base);
    return one.origin === other.origin && one.pathname === other.pathname;
  }
}
