import ts from 'typescript';

import { childrenOf, pathOf } from './find-routes-path';
import { propertyOf } from './property-of';

/**
 * The first route that may take a path for itself, before which a new one has to come: a wildcard, a
 * parameter, a group with a wildcard of its own, and whatever can not be seen through.
 */
export function findRival(
  routes: ts.ArrayLiteralExpression,
  path: string,
): ts.Expression | undefined {
  return routes.elements.find((route) => mayTake(route, path.split('/')));
}

function mayTake(route: ts.Expression, segments: readonly string[]): boolean {
  const path = ts.isObjectLiteralExpression(route) ? pathOf(route) : undefined;
  if (path === undefined) return true;
  const own = path === '' ? [] : path.split('/');
  if (own.includes('**')) return true;
  const matches = own.every((segment, i) => segment === segments[i] || isParameter(segment));
  if (!matches || own.length > segments.length) return false;
  const rest = segments.slice(own.length);
  return rest.length === 0 || childrenMayTake(route as ts.ObjectLiteralExpression, rest);
}

function childrenMayTake(route: ts.ObjectLiteralExpression, segments: readonly string[]): boolean {
  const children = childrenOf(route);
  if (children) return children.elements.some((child) => mayTake(child, segments));
  return ['children', 'loadChildren'].some((name) => propertyOf(route, name));
}

function isParameter(segment: string): boolean {
  return segment.startsWith(':');
}
