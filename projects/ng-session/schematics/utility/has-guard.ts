import ts from 'typescript';

import type { RouteChain } from './find-route';
import { propertyOf } from './property-of';
import { unwrap } from './unwrap';

/** Whether something decides who may open a route: there, or on one that it is among the children of. */
export function hasGuard(chain: RouteChain): boolean {
  return chain.some((route, index) => {
    const isParent = index < chain.length - 1;
    const names = ['canActivate', 'canMatch', ...(isParent ? ['canActivateChild'] : [])];
    return names.some((name) => isGiven(propertyOf(route, name)));
  });
}

function isGiven(guards: ts.Expression | undefined): boolean {
  if (!guards) return false;
  const value = unwrap(guards);
  return !ts.isArrayLiteralExpression(value) || value.elements.length > 0;
}
