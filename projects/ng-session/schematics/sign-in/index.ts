import { chain, noop, type Rule } from '@angular-devkit/schematics';

import { addRouteToApp, existingRoute, routeIsThere } from '../utility/add-route-to-app';
import { describePage } from '../utility/describe-page';
import { findProject } from '../utility/find-project';
import { pageFiles } from '../utility/page-files';
import { renderInBrowser } from '../utility/render-in-browser';
import type { PageRoute } from '../utility/route-code';
import { sessionPathIn } from '../utility/session-path';
import { toRoutePath } from '../utility/to-route-path';
import { addForms } from './add-forms';
import type { SignInOptions } from './sign-in-options';

/** Adds a sign-in page and its route; nothing where that route is there already. */
export function signIn(options: SignInOptions): Rule {
  return async (tree, { logger }) => {
    const project = await findProject(tree, options.project);
    const page = await describePage(tree, project, options);
    const path = toRoutePath(options.path);
    const route: PageRoute = {
      path,
      title: 'Sign in',
      guard: { name: 'guestGuard' },
      className: page.className,
      pagePath: page.path,
      isLazy: true,
    };

    const found = options.skipRoute ? undefined : existingRoute(tree, project, route);
    const known = await sessionPathIn(tree, project, 'signInPath');
    // What the code does not tell is most often the default.
    if ((known ?? '/sign-in') !== `/${path}`) {
      logger.warn(
        `Tell the guards where the page is: provideNgSession({ signInPath: '/${path}' }).`,
      );
    }
    if (found) {
      logger.info(routeIsThere(found, path));
      return noop();
    }
    return chain([
      pageFiles('./files', page, { path }),
      options.skipRoute
        ? noop()
        : chain([addRouteToApp(project, route), renderInBrowser(project, path)]),
      addForms(tree),
    ]);
  };
}
