import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';

import { hasPath } from './find-routes-path';
import { findRival } from './find-routes-rival';
import { parseSource } from './source-files';

function arrayOf(text: string): ts.ArrayLiteralExpression {
  const [statement] = parseSource('routes.ts', text).statements;
  assert.ok(statement && ts.isExpressionStatement(statement));
  assert.ok(ts.isArrayLiteralExpression(statement.expression));
  return statement.expression;
}

describe('hasPath', () => {
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
    it(`is ${String(expected)} for ${path} in ${routes}`, () => {
      assert.equal(hasPath(arrayOf(routes), path), expected);
    });
  }
});

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
