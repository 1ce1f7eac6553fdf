import { EnvironmentInjector, inject, runInInjectionContext } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  type CanActivateChildFn,
  type CanActivateFn,
  type CanMatchFn,
  type GuardResult,
  RedirectCommand,
  type Route,
  Router,
  type RouterStateSnapshot,
  type UrlSegment,
  UrlTree,
} from '@angular/router';
import { type ResolvedConfig, SESSION_CONFIG } from '../config/resolve-config';
import { NavigationLoad } from '../session/navigation-load';
import { SessionService } from '../session/session-service';
import { askedUrls, signInTree } from '../session/sign-in-tree';
import { warnOfCircle } from './dev-warnings/warn-of-circle';
import { warnOfUnknown } from './dev-warnings/warn-of-unknown';

declare const ngDevMode: boolean | undefined;

/** A guard for `canActivate`, `canActivateChild` and `canMatch` alike. */
export type SessionGuard = CanActivateFn & CanActivateChildFn & CanMatchFn;

/** What a guard may look at once the session is known, in an injection context. */
export interface GuardContext {
  readonly route: ActivatedRouteSnapshot | Route;
  readonly session: SessionService;
  readonly config: ResolvedConfig;
  /** The way to the sign-in page. */
  readonly toSignIn: () => GuardResult;
  /** The way to a path within the app. */
  readonly to: (path: string) => GuardResult;
}

/**
 * Makes a guard that decides when the session is known. It fails closed: whatever throws is `false`,
 * and so is the way back to the page that is being asked for, which would go in circles.
 */
export function sessionGuard(decide: (context: GuardContext) => GuardResult): SessionGuard {
  return async (
    route: ActivatedRouteSnapshot | Route,
    state?: RouterStateSnapshot | UrlSegment[],
  ): Promise<GuardResult> => {
    const injector = inject(EnvironmentInjector);
    const session = inject(SessionService);
    const config = inject(SESSION_CONFIG);
    const router = inject(Router);
    const ready = inject(NavigationLoad).ready();
    const asked = askedUrls(router, (state as Partial<RouterStateSnapshot> | undefined)?.url);
    try {
      await ready;
      if (ngDevMode) warnOfUnknown(injector, session);
      const answer = runInInjectionContext(injector, () =>
        decide({
          route,
          session,
          config,
          toSignIn: () => {
            const tree = signInTree(router, config, asked);
            if (ngDevMode && !tree) warnOfCircle(injector, config.signInPath, state);
            return tree;
          },
          to: (path) => router.parseUrl(path),
        }),
      );
      const target = answer instanceof RedirectCommand ? answer.redirectTo : answer;
      // The router takes whatever it does not know, such as `undefined`, for a yes.
      if (!(target instanceof UrlTree)) return typeof target === 'boolean' && target;
      const url = router.serializeUrl(target);
      const isCircle = asked.includes(url);
      if (ngDevMode && isCircle) warnOfCircle(injector, url, state);
      return !isCircle && answer;
    } catch {
      return false;
    }
  };
}
