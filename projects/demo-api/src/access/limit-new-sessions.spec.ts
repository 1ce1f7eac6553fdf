import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demoAccount } from '../testing/demo-account.ts';
import { startTestApi } from '../testing/start-test-api.ts';

const DATA = '/api/session/data';

for (const sessionDriver of ['sqlite', 'memory']) {
  test(`an address begins so many sessions without a sign-in, with ${sessionDriver}`, async (t) => {
    const api = await startTestApi(t, { newSessionsPerAddress: 2, sessionDriver });
    const put = (item: number, browser = api.browser()) =>
      browser.send('PUT', DATA, { json: { item } });
    for (const item of [1, 2]) assert.equal((await put(item)).status, 204);
    // What no server has given out is no session.
    const stranger = api.browser();
    stranger.setCookie('demo.sid=s%3Aforged.canary; Path=/');
    for (const browser of [api.browser(), stranger]) {
      const { status, headers, body } = await put(3, browser);
      assert.equal(status, 429);
      assert.ok(Number(headers.get('retry-after')) > 0);
      assert.deepEqual(body, { error: 'Too many new sessions of this address. Try again later.' });
      assert.deepEqual(headers.getSetCookie(), []);
      assert.equal(headers.get('access-control-allow-origin'), 'http://localhost:4200');
    }
    assert.equal((await api.browser().signIn(demoAccount('uma@example.com'))).status, 204);
    assert.deepEqual(api.log, []);
  });
}

test('what is written into a session that is there, or is refused, begins none', async (t) => {
  const api = await startTestApi(t, { newSessionsPerAddress: 2 });
  const [guest, uma] = [api.browser(), api.browser()];
  await uma.signIn(demoAccount('uma@example.com'));
  for (let item = 0; item < 4; item++) {
    for (const browser of [guest, uma]) {
      assert.equal((await browser.send('PUT', DATA, { json: { item } })).status, 204);
    }
    assert.equal((await api.browser().send('PUT', DATA, { json: [] })).status, 422);
  }
});

test('data that is empty begins no session, and does not count', async (t) => {
  const api = await startTestApi(t, { newSessionsPerAddress: 1 });
  const put = async (data: object) => api.browser().send('PUT', DATA, { json: data });
  for (let round = 0; round < 3; round++) {
    const { status, headers } = await put({});
    assert.deepEqual([status, headers.getSetCookie()], [204, []]);
  }
  assert.equal((await put({ item: 1 })).status, 204);
  assert.equal((await put({ item: 2 })).status, 429);
});

test('a session whose cookie does not go out over http counts as well', async (t) => {
  const origin = 'https://app.example.com';
  const api = await startTestApi(t, {
    newSessionsPerAddress: 1,
    production: true,
    origins: [origin],
    sessionSecrets: ['a-secret-of-this-test-that-is-long-enough'],
  });
  const put = () => api.browser().send('PUT', DATA, { json: { item: 1 }, headers: { origin } });
  const { status, headers } = await put();
  assert.deepEqual([status, headers.getSetCookie()], [204, []]);
  assert.equal((await put()).status, 429);
});

test('sessions that are in their cookie are not limited: they take no room here', async (t) => {
  const api = await startTestApi(t, { newSessionsPerAddress: 1, sessionDriver: 'cookie' });
  for (const item of [1, 2, 3]) {
    assert.equal((await api.browser().send('PUT', DATA, { json: { item } })).status, 204);
  }
});
