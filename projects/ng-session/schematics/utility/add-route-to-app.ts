import type { Rule, Tree } from '@angular-devkit/schematics';
import type ts from 'typescript';

import { addRoute } from './add-route';
import { routesFileWith } from './add-route-by-hand';
import type { PageRoute } from './add-route-code';
import { CannotEdit } from './cannot-edit';
import { editFile } from './edit-file';
import type { Project } from './find-project';
import { findRoutes } from './find-routes';
import { hasPath } from './find-routes-path';
import { SourceFiles } from './source-files';

/** Adds a route to the routes of an application. @throws CannotEdit with what to write by hand. */
export function addRouteToApp(project: Project, route: PageRoute): Rule {
  return (tree) => {
    const array = routesFor(tree, project, route);
    editFile(tree, array.getSourceFile().fileName, addRoute(array, route));
  };
}

/**
 * The file that has a route of this path already; `null` where there is none yet.
 *
 * @throws CannotEdit with what to write by hand.
 */
export function routedIn(tree: Tree, project: Project, route: PageRoute): string | null {
  const array = routesFor(tree, project, route);
  return hasPath(array, route.path) ? array.getSourceFile().fileName : null;
}

function routesFor(tree: Tree, project: Project, route: PageRoute): ts.ArrayLiteralExpression {
  try {
    return findRoutes(new SourceFiles(tree, project), project);
  } catch (error) {
    if (!(error instanceof CannotEdit)) throw error;
    throw new CannotEdit(
      `${error.message} Nothing was changed. Run this again with --skip-route, and write the ` +
        'route yourself, as in this file of routes:\n\n' +
        routesFileWith(route, `${project.sourceRoot}/app/app.routes.ts`),
    );
  }
}
