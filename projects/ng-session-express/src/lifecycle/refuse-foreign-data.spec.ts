import assert from 'node:assert/strict';
import { test } from 'node:test';

import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { isForeign } from './refuse-foreign-data.ts';

const SOMEBODY: [before: object, next: object, isForeign: boolean][] = [
  [{}, { a: 1 }, false],
  [{}, { $owner: 'x' }, false],
  [{ $owner: 'x' }, { a: 1 }, false],
  [{ $owner: 'x' }, { $owner: 'x', a: 1 }, false],
  [{ $owner: 'x' }, { $owner: 'y' }, true],
  [{ $owner: 'x' }, { $owner: 'X' }, true],
  [{ $owner: 1 }, { $owner: '1' }, true],
];
const NOBODY: typeof SOMEBODY = [
  [{}, { a: 1 }, false],
  [{ $owner: 'x' }, { a: 1 }, false],
  [{}, { $owner: 'x' }, true],
  [{ $owner: 'x' }, { $owner: 'x' }, true],
];
for (const [who, cases] of [
  ['somebody', SOMEBODY],
  ['nobody', NOBODY],
] as const) {
  for (const [before, next, expected] of cases) {
    const what = `${JSON.stringify(next)} over ${JSON.stringify(before)}`;
    test(`${what} is ${expected ? '' : 'not '}foreign where ${who} is signed in`, () => {
      const data = { isNobody: who === 'nobody', before: { ...before }, next: { ...next } };
      assert.equal(isForeign(data), expected);
    });
  }
}

test('data of somebody is neither stored for nobody nor for somebody else', async (t) => {
  const browser = (await startTestServer(t)).browser();
  const put = async (json: object): Promise<number> =>
    (await browser.send('PUT', '/api/session/data', { json })).status;
  assert.equal(await put({ $owner: 'uma', cart: ['hers'] }), 409);
  assert.deepEqual(browser.cookies, []);
  await browser.signIn(rightPassword(UMA));
  assert.equal(await put({ $owner: 'uma', cart: ['hers'] }), 204);
  assert.equal(await put({ $owner: 'ada', cart: ['of Ada'] }), 409);
  const { body } = await browser.send('GET', '/api/session/data');
  assert.deepEqual(body, { $owner: 'uma', cart: ['hers'] });
});
