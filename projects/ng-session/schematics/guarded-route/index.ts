import { strings } from '@angular-devkit/core';
import { chain, noop, type Rule } from '@angular-devkit/schematics';

import { guardCode, type PageRoute, type RouteGuard } from '../utility/add-route-code';
import { addRouteToApp, routedIn } from '../utility/add-route-to-app';
import { findProject } from '../utility/find-project';
import { describePage } from '../utility/page';
import { pageFiles } from '../utility/page-files';
import { toRoutePath } from '../utility/page-path';
import { addForbiddenPage } from './add-forbidden-page';
import type { GuardedRouteOptions } from './guarded-route-options';
import { toRoles } from './to-roles';

/** Adds a page and its guarded route; nothing where that route is there already. */
export function guardedRoute(options: GuardedRouteOptions): Rule {
  return async (tree, { logger }) => {
    const project = await findProject(tree, options.project);
    const path = toRoutePath(options.path);
    const page = await describePage(tree, project, {
      ...options,
      name: options.name ?? nameFrom(path),
    });
    const roles = toRoles(options.roles);
    const title = strings.capitalize(page.name.replaceAll('-', ' '));
    const guard: RouteGuard = roles ? { name: 'roleGuard', roles } : { name: 'authGuard' };
    const route: PageRoute = {
      path,
      title,
      guard,
      className: page.className,
      pagePath: page.path,
      isLazy: options.lazy,
    };

    const file = options.skipRoute ? null : routedIn(tree, project, route);
    if (file !== null) {
      logger.info(`${file} has a route "${path}" already. Nothing was changed.`);
      return noop();
    }
    const isForbiddenWanted = roles && !options.skipForbidden && !options.skipRoute;
    return chain([
      pageFiles('./files/page', page, {
        title,
        path,
        url: `/${path.replace(/:[^/]+/g, '1')}`,
        guard: guard.name,
        guardCode: guardCode(guard),
        role: roles?.[0],
      }),
      options.skipRoute ? noop() : addRouteToApp(project, route),
      isForbiddenWanted ? addForbiddenPage(project, options.skipTests) : noop(),
    ]);
  };
}

/** `orders/:id/items` is the page `items` in the folder `orders`. */
function nameFrom(path: string): string {
  return path
    .split('/')
    .filter((segment) => !segment.startsWith(':'))
    .join('/');
}
