import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ADA, rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';

const MUTATIONS: readonly (readonly [method: string, path: string, json?: unknown])[] = [
  ['PUT', '/api/session'],
  ['PUT', '/api/session/data', { planted: true }],
  ['DELETE', '/api/sessions/others'],
  ['POST', '/own', { planted: true }],
  ['PATCH', '/own'],
  ['DELETE', '/own'],
  ['POST', '/api/users/sign-out'],
];
for (const [method, path, json] of MUTATIONS) {
  test(`cross-site request forgery: ${method} ${path} without the session's token is answered with 403`, async (t) => {
    const server = await startTestServer(t);
    let calls = 0;
    server.routes.all('/own', (_request, response) => {
      calls++;
      response.status(204).end();
    });
    const [ada, other] = [server.browser(), server.browser()];
    await ada.signIn(rightPassword(ADA));
    await other.signIn(rightPassword(ADA));

    for (const token of [null, '', 'x'.repeat(43), other.xsrfToken]) {
      const answer = await ada.send(method, path, { json, headers: { 'x-xsrf-token': token } });
      assert.equal(answer.status, 403, `with the token ${token}`);
    }
    assert.equal(calls, 0);
    assert.deepEqual((await ada.send('GET', '/api/session')).body, ADA);
    assert.deepEqual((await ada.send('GET', '/api/session/data')).body, {});
    assert.equal((await other.send('GET', '/api/session')).status, 200);
    assert.equal((await ada.send(method, path, { json })).status, 204, 'with the right token');
  });
}

test('the token comes with the sign-in and with the session, and only to who is signed in', async (t) => {
  const browser = (await startTestServer(t)).browser();
  await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
  assert.equal((await browser.send('GET', '/api/session')).headers.get('x-xsrf-token'), null);
  const refused = await browser.signIn({ ...rightPassword(UMA), password: 'a guess' });
  assert.equal(refused.headers.get('x-xsrf-token'), null);

  const fromSignIn = (await browser.signIn(rightPassword(UMA))).headers.get('x-xsrf-token');
  const fromSession = (await browser.send('GET', '/api/session')).headers.get('x-xsrf-token');
  assert.match(fromSignIn ?? '', /^[\w-]{43}$/);
  assert.equal(fromSession, fromSignIn);
  assert.equal((await browser.send('GET', '/nowhere')).headers.get('x-xsrf-token'), null);
});

test('a new sign-in makes a new token, and the one before is worth nothing', async (t) => {
  const browser = (await startTestServer(t)).browser();
  await browser.signIn(rightPassword(UMA));
  const before = browser.xsrfToken;
  await browser.signIn(rightPassword(UMA));
  assert.notEqual(browser.xsrfToken, before);
  const answer = await browser.send('PUT', '/api/session', { headers: { 'x-xsrf-token': before } });
  assert.equal(answer.status, 403);
});
