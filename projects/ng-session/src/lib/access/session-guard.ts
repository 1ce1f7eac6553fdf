import { EnvironmentInjector, inject, runInInjectionContext } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  type CanActivateChildFn,
  type CanActivateFn,
  type CanMatchFn,
  type GuardResult,
  type Route,
  Router,
  type RouterStateSnapshot,
  type UrlSegment,
  type UrlTree,
} from '@angular/router';
import { type ResolvedConfig, SESSION_CONFIG } from '../config/resolve-config';
import { NavigationLoad } from '../session/navigation-load';
import { SessionService } from '../session/session-service';
import { askedUrl, signInTree } from '../session/sign-in-tree';

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
    const asked = askedUrl(router, (state as Partial<RouterStateSnapshot> | undefined)?.url);
    const elsewhere = (tree: UrlTree) => router.serializeUrl(tree) !== asked && tree;
    try {
      await ready;
      return runInInjectionContext(injector, () =>
        decide({
          route,
          session,
          config,
          toSignIn: () => signInTree(router, config, asked),
          to: (path) => elsewhere(router.parseUrl(path)),
        }),
      );
    } catch {
      return false;
    }
  };
}
