import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestServer } from '../testing/start-test-server.ts';

const cases: readonly (readonly [before: object, next: object, status: number])[] = [
  [{}, { a: 1 }, 204],
  [{}, { $owner: 'x' }, 204],
  [{ $owner: 'x' }, { a: 1 }, 204],
  [{ $owner: 'x' }, { $owner: 'x', a: 1 }, 204],
  [{ $owner: 'x' }, { $owner: 'y' }, 409],
  [{ $owner: 'x' }, { $owner: 'X' }, 409],
  [{ $owner: 1 }, { $owner: '1' }, 409],
];
for (const [before, next, status] of cases) {
  test(`${JSON.stringify(next)} over ${JSON.stringify(before)} answers ${status}`, async (t) => {
    const browser = (await startTestServer(t)).browser();
    await browser.send('PUT', '/api/session/data', { json: before });
    assert.equal((await browser.send('PUT', '/api/session/data', { json: next })).status, status);
    const { body } = await browser.send('GET', '/api/session/data');
    assert.deepEqual(body, status === 204 ? next : before);
  });
}
