import { chain, noop, type Rule } from '@angular-devkit/schematics';

import { addRouteToApp, existingRoute } from '../utility/add-route-to-app';
import { describePage } from '../utility/describe-page';
import type { Project } from '../utility/find-project';
import { pageFiles } from '../utility/page-files';
import type { PageRoute } from '../utility/route-code';
import { sessionPathIn } from '../utility/session-path';
import { toRoutePath } from '../utility/to-route-path';

/** Adds the page where `roleGuard` leads those who lack the role, unless there is one. */
export function addForbiddenPage(project: Project, skipTests: boolean | undefined): Rule {
  return async (tree, { logger }) => {
    const page = await describePage(tree, project, { name: 'forbidden', skipTests });
    // What the code does not tell is most often the default.
    const url = (await sessionPathIn(tree, project, 'forbiddenPath')) ?? '/forbidden';
    const route: PageRoute = {
      path: toRoutePath(url),
      title: 'Not allowed',
      className: page.className,
      pagePath: page.path,
      isLazy: true,
    };
    if (existingRoute(tree, project, route)) return noop();
    if (tree.exists(page.path)) {
      logger.warn(
        `Add a route "${route.path}" for ${page.path}: who lacks the role is led to ${url}.`,
      );
      return noop();
    }
    return chain([pageFiles('./files/forbidden', page), addRouteToApp(project, route)]);
  };
}
