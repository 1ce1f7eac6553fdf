import type { RedirectCommand, UrlTree } from '@angular/router';
import { type SessionGuard, sessionGuard } from './session-guard';

/** What `roleGuard` takes besides the roles. */
export interface RoleGuardOptions {
  /** Whether every role is needed. Default: any of them is enough. */
  readonly all?: boolean;
  /**
   * Where those go who are signed in without the role: a path, or a function that runs in an
   * injection context. Default: `forbiddenPath` of the configuration.
   */
  readonly redirectTo?: string | (() => string | UrlTree | RedirectCommand);
}

/**
 * Lets those in who have one of the roles, or with `all` each of them. Without roles of its own it
 * takes those in the `data.roles` of the route, which a child route inherits or replaces.
 *
 * ```ts
 * { path: 'admin', component: Admin, canActivate: [roleGuard('admin')] }
 * { path: 'editor', canMatch: [roleGuard()], data: { roles: ['admin', 'editor'] }, … }
 * ```
 *
 * Who is not signed in goes to `signInPath`; who lacks the role to `forbiddenPath` or `redirectTo`.
 */
export function roleGuard(
  roles?: string | readonly string[],
  options: RoleGuardOptions = {},
): SessionGuard {
  return sessionGuard(({ route, session, config, to, toSignIn }) => {
    if (!session.isAuthenticated()) return toSignIn();
    const wanted = roles ?? (route.data?.['roles'] as string | readonly string[]);
    if (session.hasRole(wanted, options.all)) return true;
    const { redirectTo = config.forbiddenPath } = options;
    const target = typeof redirectTo === 'function' ? redirectTo() : redirectTo;
    return typeof target === 'string' ? to(target) : target;
  });
}
