import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { arrayOf } from '../testing/array-of';
import { findRoute } from './find-route';
import { hasGuard } from './has-guard';

describe('hasGuard', () => {
  for (const [routes, expected] of [
    [`[{ path: 'a/b' }]`, false],
    [`[{ path: 'a/b', canActivate: [authGuard] }]`, true],
    [`[{ path: 'a/b', canActivate: GUARDS }]`, true],
    [`[{ path: 'a/b', canActivate: [] }]`, false],
    [`[{ path: 'a/b', canMatch: [authGuard] }]`, true],
    [`[{ path: 'a/b', canActivateChild: [authGuard] }]`, false],
    [`[{ path: 'a', canActivateChild: [authGuard], children: [{ path: 'b' }] }]`, true],
    [`[{ path: 'a', canActivate: [authGuard], children: [{ path: 'b' }] }]`, true],
    [`[{ path: 'a', children: [{ path: 'b' }] }]`, false],
  ] as const) {
    it(`is ${String(expected)} for ${routes}`, () => {
      assert.equal(hasGuard(findRoute(arrayOf(routes), 'a/b') ?? []), expected);
    });
  }
});
