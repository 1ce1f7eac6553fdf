import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { arrayOf } from '../testing/array-of';
import { findRoute } from './find-route';

describe('findRoute', () => {
  for (const [routes, path, expected] of [
    [`[]`, 'account', false],
    [`[{ path: 'account' }]`, 'account', true],
    [`[{ path: "account" }]`, 'account', true],
    ['[{ path: `account` }]', 'account', true],
    [`[{ 'path': 'account' }]`, 'account', true],
    [`[{ path: 'accounts' }]`, 'account', false],
    [`[{ path: 'account/all' }]`, 'account', false],
    [`[{ path: '**' }]`, 'account', false],
    [`[{ path: ACCOUNT }, ...more]`, 'account', false],
    [`[{ path: '', children: [{ path: 'account' }] }]`, 'account', true],
    [`[{ path: 'admin', children: [{ path: 'users' }] }]`, 'admin/users', true],
    [`[{ path: 'admin', children: [{ path: 'users' }] as Routes }]`, 'admin/users', true],
    [`[{ path: 'admin', children: [{ path: 'users' }] }]`, 'users', false],
    [`[{ path: 'admin', children: [{ path: 'users' }] }]`, 'administration/users', false],
    [`[{ path: 'orders/:id' }]`, 'orders/:id', true],
  ] as const) {
    it(`${expected ? 'finds' : 'does not find'} ${path} in ${routes}`, () => {
      assert.equal(findRoute(arrayOf(routes), path) !== undefined, expected);
    });
  }
});
