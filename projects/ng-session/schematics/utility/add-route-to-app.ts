import type { Rule, Tree } from '@angular-devkit/schematics';
import ts from 'typescript';

import { addRoute } from './add-route';
import { CannotEdit } from './cannot-edit';
import { editFile } from './edit-file';
import type { Project } from './find-project';
import { findHidden } from './find-rival';
import { findRoute, pathOf, type RouteChain } from './find-route';
import { findRoutes, ownRoutes } from './find-routes';
import type { PageRoute } from './route-code';
import { routesFileWith } from './routes-file-with';
import { SourceFiles } from './source-files';

/** Adds a route to the routes of an application. @throws CannotEdit with what to write by hand. */
export function addRouteToApp(project: Project, route: PageRoute): Rule {
  return (tree, { logger }) => {
    const array = ownRoutes(findRoutes(new SourceFiles(tree, project), project), project);
    const { fileName } = array.getSourceFile();
    const hidden = findHidden(array, route.path);
    if (hidden) {
      logger.warn(
        `${fileName}: ${describe(hidden)} comes behind the new route "${route.path}", which may ` +
          'take its place. See that it is still reached.',
      );
    }
    editFile(tree, fileName, addRoute(array, route));
  };
}

/**
 * The route that has the path of a new one already; none where the new one can be added.
 *
 * @throws CannotEdit with what to write by hand.
 */
export function existingRoute(
  tree: Tree,
  project: Project,
  route: PageRoute,
): RouteChain | undefined {
  try {
    const array = findRoutes(new SourceFiles(tree, project), project);
    const found = findRoute(array, route.path);
    if (!found) ownRoutes(array, project);
    return found;
  } catch (error) {
    if (!(error instanceof CannotEdit)) throw error;
    throw new CannotEdit(
      `${error.message} Nothing was changed. Run this again with --skip-route, and write the ` +
        'route yourself, as in this file of routes:\n\n' +
        routesFileWith(route, `${project.sourceRoot}/app/app.routes.ts`),
    );
  }
}

/** Says that a route is there. */
export function routeIsThere(chain: RouteChain, path: string): string {
  const file = chain[0]?.getSourceFile().fileName ?? '';
  return `${file} has a route "${path}" already. Nothing was changed.`;
}

function describe(route: ts.Expression): string {
  const path = ts.isObjectLiteralExpression(route) ? pathOf(route) : undefined;
  return path === undefined ? route.getText().replace(/\s+/g, ' ') : `the route "${path}"`;
}
