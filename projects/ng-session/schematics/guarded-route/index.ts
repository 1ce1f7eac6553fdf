import { strings } from '@angular-devkit/core';
import { chain, noop, type Rule } from '@angular-devkit/schematics';

import { addRouteToApp, existingRoute, routeIsThere } from '../utility/add-route-to-app';
import { describePage } from '../utility/describe-page';
import { findProject } from '../utility/find-project';
import { hasGuard } from '../utility/has-guard';
import { pageFiles } from '../utility/page-files';
import { renderInBrowser } from '../utility/render-in-browser';
import { guardCode, type PageRoute, type RouteGuard } from '../utility/route-code';
import { toRoutePath } from '../utility/to-route-path';
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

    const found = options.skipRoute ? undefined : existingRoute(tree, project, route);
    if (found) {
      const said = routeIsThere(found, path);
      if (hasGuard(found)) logger.info(said);
      else logger.warn(`${said} No guard keeps it: add canActivate: [${guardCode(guard)}].`);
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
      options.skipRoute ? noop() : renderInBrowser(project, path),
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
