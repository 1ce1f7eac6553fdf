import { posix } from 'node:path';
import type ts from 'typescript';

import { addImports } from './add-imports';
import { insertIntoRoutes } from './insert-into-routes';
import { type PageRoute, routeCode } from './route-code';
import type { TextEdit } from './text-edit';

/** Adds a route to an array of them, with the imports that it needs. */
export function addRoute(array: ts.ArrayLiteralExpression, route: PageRoute): TextEdit[] {
  const source = array.getSourceFile();
  const from = importPath(source.fileName, route.pagePath);
  const guards = addImports(source, 'ng-session', route.guard ? [route.guard.name] : []);
  const pages = addImports(source, from, route.isLazy ? [] : [route.className]);
  const names = { guard: guards.locals[0], page: pages.locals[0] ?? route.className, from };
  return [
    ...guards.edits,
    ...pages.edits,
    ...insertIntoRoutes(array, route.path, (indent) =>
      routeCode(route, names, source.text, indent),
    ),
  ];
}

/** What one file imports another as. */
export function importPath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to).replace(/\.ts$/, '');
  return path.startsWith('.') ? path : `./${path}`;
}
