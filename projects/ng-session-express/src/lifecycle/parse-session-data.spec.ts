import assert from 'node:assert/strict';
import { test } from 'node:test';

import { InvalidInput } from '../http/invalid-input.ts';
import { parseSessionData } from './parse-session-data.ts';

const nested = (levels: number): string => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

const accepted = ['{}', '{"cart":{"items":[1,null,"x",true]}}', '{"":0,"toString":1}', nested(32)];
for (const json of accepted) {
  test(`${json.slice(0, 60)} is kept as it is`, () => {
    assert.equal(JSON.stringify(parseSessionData(JSON.parse(json))), json);
  });
}

const refused = [
  'null',
  '1',
  '"text"',
  '[]',
  '{"__proto__":{"admin":true}}',
  '{"a":[{"__proto__":1}]}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"a":{"prototype":1}}',
  nested(33),
  `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
];
for (const json of refused) {
  test(`${json.slice(0, 60)} is refused, and no prototype is changed`, () => {
    assert.throws(() => parseSessionData(JSON.parse(json)), InvalidInput);
    assert.equal('admin' in {}, false);
  });
}

test('no body at all is refused', () => {
  assert.throws(() => parseSessionData(undefined), InvalidInput);
});
