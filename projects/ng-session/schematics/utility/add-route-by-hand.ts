import ts from 'typescript';

import { addRoute } from './add-route';
import type { PageRoute } from './add-route-code';
import { applyEdits } from './apply-edits';
import { parseSource } from './source-files';

const EMPTY = `import { Routes } from '@angular/router';

export const routes: Routes = [];
`;

/** A whole file with a route, to be imitated where the routes of an app can not be edited. */
export function routesFileWith(route: PageRoute, path: string): string {
  const array = firstArray(parseSource(path, EMPTY));
  return array ? applyEdits(EMPTY, addRoute(array, route)) : EMPTY;
}

function firstArray(node: ts.Node): ts.ArrayLiteralExpression | undefined {
  return ts.isArrayLiteralExpression(node) ? node : ts.forEachChild(node, firstArray);
}
