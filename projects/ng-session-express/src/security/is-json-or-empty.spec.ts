import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isJsonOrEmpty } from './is-json-or-empty.ts';

const cases: [string | undefined, string | undefined, string | undefined, boolean][] = [
  [undefined, undefined, undefined, true],
  [undefined, '0', undefined, true],
  ['application/json', '2', undefined, true],
  ['Application/JSON; charset=utf-8', '2', undefined, true],
  ['application/json', undefined, 'chunked', true],
  [undefined, '2', undefined, false],
  [undefined, undefined, 'chunked', false],
  ['', '2', undefined, false],
  ['text/plain', '2', undefined, false],
  ['text/plain', '0', undefined, false],
  ['text/plain; application/json', '2', undefined, false],
  ['text/plain, application/json', '2', undefined, false],
  ['application/json, text/plain', '2', undefined, false],
  ['application/jsonp', '2', undefined, false],
  ['application/x-www-form-urlencoded', '2', undefined, false],
  ['multipart/form-data; boundary=x', '2', undefined, false],
];
for (const [type, length, transferEncoding, expected] of cases) {
  test(`type ${type}, length ${length}, encoding ${transferEncoding}: ${expected}`, () => {
    assert.equal(isJsonOrEmpty({ type, length, transferEncoding }), expected);
  });
}
