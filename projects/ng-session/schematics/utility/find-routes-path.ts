import ts from 'typescript';

import { propertyOf } from './property-of';
import { unwrap } from './unwrap';

/** Whether a route of this path is written down, among the children of others too. */
export function hasPath(routes: ts.ArrayLiteralExpression, path: string): boolean {
  return routes.elements.some((route) => {
    if (!ts.isObjectLiteralExpression(route)) return false;
    const own = pathOf(route);
    if (own === path) return true;
    const children = childrenOf(route);
    if (!children || own === undefined) return false;
    const prefix = own === '' ? '' : `${own}/`;
    return path.startsWith(prefix) && hasPath(children, path.slice(prefix.length));
  });
}

/** The path of a route; none for one that has a matcher, or that does not write it down. */
export function pathOf(route: ts.ObjectLiteralExpression): string | undefined {
  const path = propertyOf(route, 'path');
  return path && ts.isStringLiteralLike(path) ? path.text : undefined;
}

/** The children that are written within a route. */
export function childrenOf(
  route: ts.ObjectLiteralExpression,
): ts.ArrayLiteralExpression | undefined {
  const property = propertyOf(route, 'children');
  const children = property && unwrap(property);
  return children && ts.isArrayLiteralExpression(children) ? children : undefined;
}
