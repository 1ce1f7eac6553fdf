import ts from 'typescript';

import { propertyOf } from './property-of';
import { unwrap } from './unwrap';

/** A route, behind those that it is among the children of. */
export type RouteChain = readonly ts.ObjectLiteralExpression[];

/** Finds the route of a path that is written down, among the children of others too. */
export function findRoute(routes: ts.ArrayLiteralExpression, path: string): RouteChain | undefined {
  for (const route of routes.elements.filter(ts.isObjectLiteralExpression)) {
    const own = pathOf(route);
    if (own === path) return [route];
    const children = childrenOf(route);
    const prefix = own === '' ? '' : `${own ?? ''}/`;
    if (!children || own === undefined || !path.startsWith(prefix)) continue;
    const found = findRoute(children, path.slice(prefix.length));
    if (found) return [route, ...found];
  }
  return undefined;
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
