import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestApi } from '../testing/start-test-api.ts';

test('a sign-out always answers with 204, and the session is gone for good', async (t) => {
  const api = await startTestApi(t);
  const browser = api.browser();
  assert.equal(
    (await browser.send('POST', '/api/users/sign-out')).status,
    204,
    'without a session',
  );
  await browser.signIn('uma@example.com');
  const copy = api.browser();
  copy.cookies.set('demo.sid', browser.cookie);
  assert.equal((await copy.send('GET', '/api/session')).status, 200);
  assert.equal((await browser.send('POST', '/api/users/sign-out')).status, 204);
  assert.equal((await copy.send('GET', '/api/session')).status, 401);
  assert.equal((await browser.send('POST', '/api/users/sign-out')).status, 204, 'a second time');
});
