import { Injectable, inject, untracked } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  NavigationCancel,
  NavigationCancellationCode,
  NavigationEnd,
  NavigationError,
  NavigationStart,
  PRIMARY_OUTLET,
  type Router,
} from '@angular/router';
import { DevWarnings } from '../../config/dev-warnings';
import { SESSION_CONFIG } from '../../config/resolve-config';
import { injectRouter } from '../inject-router';
import { isKnown } from '../session-snapshot';
import { SessionState } from '../session-state';

/**
 * Warns where somebody was led to `signInPath` or `forbiddenPath` and no route, or only `**`, was found
 * for it. It waits for that to happen: routes that are loaded late can not be known before.
 */
@Injectable({ providedIn: 'root' })
export class PageWatch {
  readonly #router = injectRouter();
  readonly #config = inject(SESSION_CONFIG);
  readonly #state = inject(SessionState);
  readonly #warnings = inject(DevWarnings);

  /** Begins to follow the router, if there is one, which ends its events with the application. */
  start(): void {
    const router = this.#router;
    let isRedirect = false;
    let isLed = false;
    router?.events.subscribe((event) => {
      if (event instanceof NavigationCancel) {
        isRedirect = event.code === NavigationCancellationCode.Redirect;
      } else if (event instanceof NavigationStart) {
        // Whoever types an address has not been led anywhere.
        isLed = isRedirect || this.#carriesReturnUrl(router, event.url);
        isRedirect = false;
      } else if (isLed && event instanceof NavigationError && hasNoMatch(event.error)) {
        this.#warn(router, event.url, 'no route matches it');
      } else if (isLed && event instanceof NavigationEnd && isCaughtByWildcard(router)) {
        this.#warn(router, event.url, 'only the route `**` matches it');
      }
    });
  }

  /** An interceptor leads without a redirect, but with the way back. */
  #carriesReturnUrl(router: Router, url: string): boolean {
    return router.parseUrl(url).queryParamMap.has(this.#config.returnUrlParam);
  }

  #warn(router: Router, url: string, why: string): void {
    // While nobody knows, `guestGuard` closes the sign-in page, by `canMatch` as if there were none.
    if (!isKnown(untracked(this.#state.snapshot))) return;
    for (const field of ['signInPath', 'forbiddenPath'] as const) {
      const path = pathOf(router, this.#config[field]);
      if (path !== pathOf(router, url)) continue;
      this.#warnings.warn(
        'page-missing',
        `somebody was led to ${path}, which is \`${field}\`, and ${why}.\n` +
          `Add a route: { path: '${path.slice(1)}', component: … }. Or set \`${field}\` to the path of ` +
          `the page that you have: provideNgSession({ ${field}: '/…' }).`,
      );
    }
  }
}

/** Whether it is the router's error for a URL without a route, and not one of loading a route. */
function hasNoMatch(error: unknown): boolean {
  return /\bNG04002\b/.test(String(error));
}

/** Whether the route that is shown is `**` itself, rather than one that is loaded below it. */
function isCaughtByWildcard(router: Router): boolean {
  let leaf: ActivatedRouteSnapshot = router.routerState.snapshot.root;
  for (let next = primaryOf(leaf); next; next = primaryOf(leaf)) leaf = next;
  return leaf.routeConfig?.path === '**';
}

function primaryOf({ children }: ActivatedRouteSnapshot): ActivatedRouteSnapshot | undefined {
  return children.find(({ outlet }) => outlet === PRIMARY_OUTLET);
}

function pathOf(router: Router, url: string): string {
  return router.serializeUrl(router.parseUrl(url)).split(/[?#]/, 1)[0] ?? '';
}
