import { SchematicsException, type Tree } from '@angular-devkit/schematics';

import { describePage } from '../utility/describe-page';
import { findApp } from '../utility/find-app';
import type { Project } from '../utility/find-project';
import { findRoute } from '../utility/find-route';
import { findRoutes, ownRoutes } from '../utility/find-routes';
import { sessionPath } from '../utility/session-path';
import { toRoutePath } from '../utility/to-route-path';

/** What `sign-in` is to be given, or why there is to be no page. */
export interface SignInPage {
  readonly options?: { readonly project: string; readonly path: string };
  readonly obstacle?: string;
}

/** Decides on the sign-in page: it needs a route, and takes the place of nothing that is there. */
export async function signInPage(tree: Tree, project: Project): Promise<SignInPage> {
  try {
    const app = await findApp(tree, project.name);
    const url = sessionPath(app, 'signInPath');
    if (url === null) return not('What signInPath is set to was not found.');
    const path = toRoutePath(url);
    const routes = findRoutes(app.files, app);
    if (findRoute(routes, path)) return { obstacle: `The route "${path}" is there already.` };
    ownRoutes(routes, app);
    const { folder } = await describePage(tree, app, { name: 'sign-in' });
    if (tree.getDir(folder).subfiles.length > 0) {
      return not(
        `${folder} has files already. Give your page the route "${path}", or set signInPath to the ` +
          'one that it has.',
      );
    }
    return { options: { project: app.name, path } };
  } catch (error) {
    if (!(error instanceof SchematicsException)) throw error;
    return not(error.message);
  }
}

function not(reason: string): SignInPage {
  return { obstacle: `No sign-in page was added. ${reason}` };
}
