import { chain, noop, type Rule } from '@angular-devkit/schematics';

import type { PageRoute } from '../utility/add-route-code';
import { addRouteToApp, routedIn } from '../utility/add-route-to-app';
import type { Project } from '../utility/find-project';
import { describePage } from '../utility/page';
import { pageFiles } from '../utility/page-files';

/** `forbiddenPath` as it is where the configuration does not change it. */
const PATH = 'forbidden';

/** Adds the page where `roleGuard` leads those who lack the role, unless there is one. */
export function addForbiddenPage(project: Project, skipTests: boolean | undefined): Rule {
  return async (tree, { logger }) => {
    const page = await describePage(tree, project, { name: PATH, skipTests });
    const route: PageRoute = {
      path: PATH,
      title: 'Not allowed',
      className: page.className,
      pagePath: page.path,
      isLazy: true,
    };
    if (routedIn(tree, project, route) !== null) return noop();
    if (tree.exists(page.path)) {
      logger.warn(`Add a route "${PATH}" for ${page.path}: who lacks the role is led to /${PATH}.`);
      return noop();
    }
    return chain([pageFiles('./files/forbidden', page), addRouteToApp(project, route)]);
  };
}
