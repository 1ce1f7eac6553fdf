import assert from 'node:assert/strict';
import { test } from 'node:test';

import { hasRole } from './has-role.ts';

const OWNED = ['admin', 'editor'];

// The table of the library: one rule on both sides.
const cases: readonly (readonly [owned: unknown, asked: unknown, any: boolean, all: boolean])[] = [
  [OWNED, 'admin', true, true],
  [OWNED, 'user', false, false],
  [OWNED, ['user', 'admin'], true, false],
  [OWNED, ['editor', 'admin'], true, true],
  [OWNED, ['admin'], true, true],
  ['admin', 'admin', true, true],
  ['admin', ['admin', 'user'], true, false],
  [['a,b'], 'a,b', true, true],
  [['a,b'], 'a', false, false],
  ['admin,editor', 'admin', false, false],
  [OWNED, 'admin,editor', false, false],
  [OWNED, 'Admin', false, false],
  [OWNED, '', false, false],
  [OWNED, [], false, false],
  [OWNED, null, false, false],
  [OWNED, undefined, false, false],
  [OWNED, 7, false, false],
  [OWNED, {}, false, false],
  [OWNED, [['admin']], false, false],
  [OWNED, ['admin', 7], false, false],
  [[], 'admin', false, false],
  [[], [], false, false],
  [null, 'admin', false, false],
  [undefined, 'admin', false, false],
  [7, '7', false, false],
  [{ 0: 'admin' }, 'admin', false, false],
  [['admin', 7], 'admin', false, false],
  [[['admin']], 'admin', false, false],
];
for (const [owned, asked, any, all] of cases) {
  test(`${JSON.stringify(owned)} asked for ${JSON.stringify(asked)}: any ${any}, all ${all}`, () => {
    assert.equal(hasRole(owned, asked as string), any);
    assert.equal(hasRole(owned, asked as string, { all: false }), any);
    assert.equal(hasRole(owned, asked as string, { all: true }), all);
  });
}
