import ts from 'typescript';

import { childrenOf, pathOf } from './find-route';
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

/**
 * The first route that a new one of a path may leave without any URL, since the new one comes before it:
 * one that differs in the names of parameters alone, and what can not be seen through.
 */
export function findHidden(
  routes: ts.ArrayLiteralExpression,
  path: string,
): ts.Expression | undefined {
  const rival = findRival(routes, path);
  const behind = rival ? routes.elements.slice(routes.elements.indexOf(rival)) : [];
  return behind.find((route) => mayTake(route, path.split('/'), isAsWide));
}

/** Whether a segment of a route has to be looked at, given that of the new one. */
type Match = (own: string, wanted: string) => boolean;

/** A route takes each value of a parameter, and what it names. */
const takes: Match = (own, wanted) => own === wanted || isParameter(own);

/** The new route takes all that the other one does. */
const isAsWide: Match = (own, wanted) => own === wanted || isParameter(wanted);

function mayTake(route: ts.Expression, segments: readonly string[], match = takes): boolean {
  const path = ts.isObjectLiteralExpression(route) ? pathOf(route) : undefined;
  if (path === undefined) return true;
  const own = path === '' ? [] : path.split('/');
  if (own.includes('**')) return match === takes;
  const matches = own.every((segment, i) => match(segment, segments[i] ?? ''));
  if (!matches || own.length > segments.length) return false;
  const rest = segments.slice(own.length);
  if (rest.length === 0) return true;
  return childrenMayTake(route as ts.ObjectLiteralExpression, rest, match);
}

function childrenMayTake(
  route: ts.ObjectLiteralExpression,
  segments: readonly string[],
  match: Match,
): boolean {
  const children = childrenOf(route);
  if (children) return children.elements.some((child) => mayTake(child, segments, match));
  return ['children', 'loadChildren'].some((name) => propertyOf(route, name));
}

function isParameter(segment: string): boolean {
  return segment.startsWith(':');
}
