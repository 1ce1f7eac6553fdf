import assert from 'node:assert/strict';
import { test } from 'node:test';

import { carriedData } from './carried-data.ts';

const data = { cart: [1] };

const cases: [string, Parameters<typeof carriedData>[0], typeof data | undefined][] = [
  ['an anonymous session', { data }, data],
  ['an anonymous session without data', {}, undefined],
  ['a session of the same user', { userId: 1, data }, data],
  ['a session of somebody else', { userId: 2, data }, undefined],
  ['no session, or one that ended meanwhile', null, undefined],
];
for (const [before, session, expected] of cases) {
  test(`a sign-in after ${before} takes ${expected ? 'its data' : 'nothing'} along`, () => {
    assert.deepEqual(carriedData(session, 1), expected);
  });
}
