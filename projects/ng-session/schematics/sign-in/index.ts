import { chain, noop, type Rule } from '@angular-devkit/schematics';

import type { PageRoute } from '../utility/add-route-code';
import { addRouteToApp, routedIn } from '../utility/add-route-to-app';
import { findProject } from '../utility/find-project';
import { describePage } from '../utility/page';
import { pageFiles } from '../utility/page-files';
import { toRoutePath } from '../utility/page-path';
import { addForms } from './add-forms';
import type { SignInOptions } from './sign-in-options';

/** `signInPath` as it is where the configuration does not change it. */
const DEFAULT_PATH = 'sign-in';

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

    const file = options.skipRoute ? null : routedIn(tree, project, route);
    if (file !== null) {
      logger.info(`${file} has a route "${path}" already. Nothing was changed.`);
      return noop();
    }
    if (path !== DEFAULT_PATH) {
      logger.info(
        `Tell the guards where the page is: provideNgSession({ signInPath: '/${path}' }).`,
      );
    }
    return chain([
      pageFiles('./files', page, { path }),
      options.skipRoute ? noop() : addRouteToApp(project, route),
      addForms(tree),
    ]);
  };
}
