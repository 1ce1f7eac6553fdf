import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestApi } from '../testing/start-test-api.ts';

const MUTATIONS: [string, string, unknown][] = [
  ['PUT', '/api/session', undefined],
  ['PUT', '/api/session/data', { planted: true }],
  ['PATCH', '/api/users/me', { name: 'Mallory' }],
  ['PUT', '/api/users/3/roles', { roles: ['admin'] }],
  ['POST', '/api/users/sign-out', undefined],
];
for (const [method, path, json] of MUTATIONS) {
  test(`cross-site request forgery: ${method} ${path} without the session's token is answered with 403`, async (t) => {
    const api = await startTestApi(t);
    const ada = api.browser();
    await ada.signIn('ada@example.com');
    const other = api.browser();
    await other.signIn('ada@example.com');

    for (const token of [null, '', 'x'.repeat(43), other.xsrfToken ?? '']) {
      const answer = await ada.send(method, path, { json, headers: { 'x-xsrf-token': token } });
      assert.equal(answer.status, 403, `with the token ${token}`);
    }
    const session = await ada.send('GET', '/api/session');
    assert.equal((session.body as { name: string }).name, 'Ada Admin');
    assert.equal((await ada.send(method, path, { json })).status, 204, 'with the right token');
  });
}

test('the token comes with the sign-in and with the session, and only to who is signed in', async (t) => {
  const browser = (await startTestApi(t)).browser();
  await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
  assert.equal((await browser.send('GET', '/api/session')).headers.get('x-xsrf-token'), null);

  const fromSignIn = (await browser.signIn('uma@example.com')).headers.get('x-xsrf-token');
  const fromSession = (await browser.send('GET', '/api/session')).headers.get('x-xsrf-token');
  assert.match(fromSignIn ?? '', /^[\w-]{43}$/);
  assert.equal(fromSession, fromSignIn);
});

test('a new sign-in makes a new token, and the one before is worth nothing', async (t) => {
  const browser = (await startTestApi(t)).browser();
  await browser.signIn('uma@example.com');
  const before = browser.xsrfToken ?? '';
  await browser.signIn('uma@example.com');
  assert.notEqual(browser.xsrfToken, before);
  const answer = await browser.send('PUT', '/api/session', { headers: { 'x-xsrf-token': before } });
  assert.equal(answer.status, 403);
});
