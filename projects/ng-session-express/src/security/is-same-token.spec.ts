import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createXsrfToken } from './create-xsrf-token.ts';
import { isSameToken } from './is-same-token.ts';

const cases: [string | undefined, string | undefined, boolean][] = [
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'ab', false],
  ['abc', 'abcd', false],
  ['abc', '', false],
  ['abc', undefined, false],
  ['', '', false],
  [undefined, undefined, false],
  [undefined, 'abc', false],
  [undefined, 'undefined', false],
];
for (const [expected, given, same] of cases) {
  test(`expected ${expected}, given ${given}: ${same}`, () => {
    assert.equal(isSameToken(expected, given), same);
  });
}

test('tokens are long and never the same', () => {
  const tokens = Array.from({ length: 1000 }, createXsrfToken);
  assert.equal(new Set(tokens).size, 1000);
  assert.ok(tokens.every((token) => /^[\w-]{43}$/.test(token)));
});
