import ts from 'typescript';

import { CannotEdit } from './cannot-edit';
import { isOwnFile, type Project } from './find-project';
import { firstArgument } from './first-argument';
import { importOf, isCallOf, isImport } from './import-of';
import type { SourceFiles } from './source-files';
import { valueOf } from './value-of';

const FROM_ROUTER = { from: '@angular/router' };

/**
 * Finds the array of routes that the app gives to `provideRouter` or `RouterModule.forRoot`, in what the
 * main file imports.
 *
 * @throws CannotEdit where there is no router, or no array that is written down.
 */
export function findRoutes(files: SourceFiles, { mainPath }: Project): ts.ArrayLiteralExpression {
  const routes = firstArgument(files, mainPath, isRouterCall);
  if (!routes) {
    throw new CannotEdit(
      `What ${mainPath} imports calls neither provideRouter nor RouterModule.forRoot.`,
    );
  }
  const value = valueOf(files, defaultExport(files, routes) ?? routes);
  if (ts.isArrayLiteralExpression(value)) return value;
  const { fileName } = routes.getSourceFile();
  throw new CannotEdit(`The routes of the router in ${fileName} are not written as an array.`);
}

/** Passes on routes that an edit is safe for. @throws CannotEdit for those of other applications too. */
export function ownRoutes(
  routes: ts.ArrayLiteralExpression,
  project: Project,
): ts.ArrayLiteralExpression {
  const { fileName } = routes.getSourceFile();
  if (isOwnFile(project, fileName)) return routes;
  throw new CannotEdit(`The routes are written in ${fileName}, outside of the application.`);
}

function isRouterCall(node: ts.Node): node is ts.CallExpression {
  return isCallOf(node, { name: 'provideRouter', ...FROM_ROUTER }) || isForRoot(node);
}

function isForRoot(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'forRoot' &&
    isImport(node.expression.expression, { name: 'RouterModule', ...FROM_ROUTER })
  );
}

/** The expression of `export default …`, where that is what the name was imported from. */
function defaultExport(files: SourceFiles, name: ts.Expression): ts.Expression | undefined {
  const imported = importOf(name);
  if (imported?.name !== 'default') return undefined;
  const file = files.resolve(imported.from, name.getSourceFile());
  return file?.statements.find(ts.isExportAssignment)?.expression;
}
