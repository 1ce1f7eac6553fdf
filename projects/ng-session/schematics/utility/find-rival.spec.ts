import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { arrayOf } from '../testing/array-of';
import { findHidden, findRival } from './find-rival';

describe('findRival', () => {
  for (const [routes, path, expected] of [
    [`[]`, 'account', undefined],
    [`[{ path: 'orders' }]`, 'account', undefined],
    [`[{ path: 'a' }, { path: '**' }]`, 'account', `{ path: '**' }`],
    [`[{ path: ':page' }]`, 'account', `{ path: ':page' }`],
    [`[{ path: ':page' }]`, 'admin/users', undefined],
    [`[{ path: ':a/:b' }]`, 'admin/users', `{ path: ':a/:b' }`],
    [`[{ path: ':a/:b' }]`, 'account', undefined],
    [`[{ path: '' }]`, 'account', undefined],
    [`[{ path: '', children: [] }]`, 'account', undefined],
    [`[{ path: '', children: [{ path: '**' }] }]`, 'account', true],
    [`[{ path: '', children: CHILDREN }]`, 'account', true],
    [`[{ path: '', loadChildren: load }]`, 'account', true],
    [`[{ path: 'admin', loadChildren: load }]`, 'account', undefined],
    [`[{ path: 'admin', loadChildren: load }]`, 'admin/users', true],
    [`[{ matcher: mine }]`, 'account', true],
    [`[...more]`, 'account', '...more'],
    [`[{ path: 'a' }, more]`, 'account', 'more'],
  ] as const) {
    it(`of ${path} in ${routes}`, () => {
      const array = arrayOf(routes);
      const rival = findRival(array, path);
      assert.equal(rival?.getText(), expected === true ? array.elements[0]?.getText() : expected);
    });
  }
});

describe('findHidden', () => {
  for (const [routes, path, expected] of [
    [`[]`, 'account', undefined],
    [`[{ path: '**' }]`, 'account', undefined],
    [`[{ path: ':page' }]`, 'account', undefined],
    [`[{ path: 'orders/:orderId' }]`, 'orders/:id', `{ path: 'orders/:orderId' }`],
    [`[{ path: 'orders/new' }]`, 'orders/:id', undefined],
    [`[{ path: ':a' }, { path: 'about' }]`, ':page', `{ path: ':a' }`],
    [`[{ path: '**' }, ...more]`, 'account', '...more'],
    [`[{ path: '', children: CHILDREN }]`, 'account', `{ path: '', children: CHILDREN }`],
    [`[{ path: '', children: [{ path: '**' }] }]`, 'account', undefined],
    [`[{ path: 'a', loadChildren: load }]`, 'a/b', `{ path: 'a', loadChildren: load }`],
    [`[{ path: 'a', loadChildren: load }]`, 'account', undefined],
    [`[{ matcher: mine }]`, 'account', `{ matcher: mine }`],
  ] as const) {
    it(`by ${path} in ${routes}`, () => {
      assert.equal(findHidden(arrayOf(routes), path)?.getText(), expected);
    });
  }
});
