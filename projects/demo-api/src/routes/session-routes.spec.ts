import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestApi } from '../testing/start-test-api.ts';

const UMA = { id: 3, name: 'Uma User', email: 'uma@example.com', roles: ['user'] };

test('GET /api/session answers with the user, or 401, and is never cached', async (t) => {
  const browser = (await startTestApi(t)).browser();
  const before = await browser.send('GET', '/api/session');
  assert.equal(before.status, 401);
  assert.deepEqual(Object.keys(before.body as object), ['error']);
  await browser.signIn('uma@example.com');
  const first = await browser.send('GET', '/api/session');
  assert.equal(first.status, 200);
  const after = await browser.send('GET', '/api/session');
  assert.equal(after.status, 200);
  assert.deepEqual(after.body, UMA);
  for (const { headers } of [before, first, after]) {
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('etag'), null);
    assert.equal(headers.get('x-powered-by'), null);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  }
});

test('the first answer after a sign-in brings a message along, and no other does', async (t) => {
  const api = await startTestApi(t);
  const browser = api.browser();
  await browser.signIn('uma@example.com');
  const message = { type: 'info', message: 'Welcome back, Uma User.' };
  const answers = await Promise.all([
    browser.send('GET', '/api/session'),
    browser.send('GET', '/api/session'),
  ]);
  const flashes = answers.flatMap(({ body }) => ('flash' in (body as object) ? [body] : []));
  assert.deepEqual(flashes, [{ ...UMA, flash: { notification: message } }]);
  assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);

  await browser.signIn('uma@example.com', 'guess');
  assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
});

test('PUT /api/session answers with 204, or 401', async (t) => {
  const browser = (await startTestApi(t)).browser();
  assert.equal((await browser.send('PUT', '/api/session')).status, 401);
  await browser.signIn('uma@example.com');
  assert.equal((await browser.send('PUT', '/api/session')).status, 204);
});

test('session data is kept without a sign-in, for one browser, as it was sent', async (t) => {
  const api = await startTestApi(t);
  const browser = api.browser();
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
  const json = { cart: { items: [{ id: 1, name: 'Tea ☕' }] }, theme: 'dark' };
  assert.equal((await browser.send('PUT', '/api/session/data', { json })).status, 204);
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, json);
  assert.deepEqual((await api.browser().send('GET', '/api/session/data')).body, {});
  await browser.send('PUT', '/api/session/data', { json: {} });
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
});

test('session data that is too large, no object or unsafe is refused and changes nothing', async (t) => {
  const browser = (await startTestApi(t)).browser();
  await browser.send('PUT', '/api/session/data', { json: { kept: true } });
  const put = async (body: string): Promise<number> => {
    const headers = { 'content-type': 'application/json' };
    return (await browser.send('PUT', '/api/session/data', { body, headers })).status;
  };
  assert.equal(await put(JSON.stringify({ large: 'x'.repeat(20_000) })), 413);
  assert.equal(await put('[]'), 422);
  assert.equal(await put('{"__proto__":{"roles":["admin"]}}'), 422);
  assert.equal(await put('{"a":'), 400);
  assert.equal(await put('"text"'), 400);
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { kept: true });
});

test('a session ends when it was idle for its age, and activity keeps it', async (t) => {
  const browser = (await startTestApi(t, { sessionAge: 600 })).browser();
  await browser.signIn('uma@example.com');
  const visitAfter = async (ms: number): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return (await browser.send('GET', '/api/session')).status;
  };
  assert.equal(await visitAfter(350), 200);
  assert.equal(await visitAfter(350), 200);
  assert.equal(await visitAfter(700), 401);
});
