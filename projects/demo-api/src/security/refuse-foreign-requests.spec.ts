import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestApi } from '../testing/start-test-api.ts';
import type { SendOptions } from '../testing/test-browser.ts';

const CREDENTIALS = JSON.stringify({ email: 'uma@example.com', password: 'demo-password' });

// Sign-in and anonymous data need no XSRF token, so it is this layer alone that refuses here.
const attacks: [string, string, string, SendOptions][] = [
  [
    'a form of another site',
    'POST',
    '/api/users/sign-in',
    {
      body: 'email=uma%40example.com&password=demo-password',
      headers: {
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
    },
  ],
  [
    'a form whose origin was stripped',
    'POST',
    '/api/users/sign-in',
    {
      body: 'email=a',
      headers: { origin: null, 'content-type': 'application/x-www-form-urlencoded' },
    },
  ],
  [
    'JSON as text/plain',
    'POST',
    '/api/users/sign-in',
    { body: CREDENTIALS, headers: { origin: null, 'content-type': 'text/plain' } },
  ],
  [
    'JSON as text/plain from our own origin',
    'POST',
    '/api/users/sign-in',
    { body: CREDENTIALS, headers: { 'content-type': 'text/plain; x=application/json' } },
  ],
  [
    'a multipart form',
    'POST',
    '/api/users/sign-in',
    { body: '--x--', headers: { origin: null, 'content-type': 'multipart/form-data; boundary=x' } },
  ],
  [
    'JSON of another site',
    'POST',
    '/api/users/sign-in',
    {
      body: CREDENTIALS,
      headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
    },
  ],
  [
    'a bodiless post of another site',
    'POST',
    '/api/users/sign-out',
    { headers: { origin: 'https://evil.example' } },
  ],
  [
    'a bodiless post of a sandboxed page',
    'POST',
    '/api/users/sign-out',
    { headers: { origin: 'null' } },
  ],
  [
    'a bodiless post of another site without an origin',
    'POST',
    '/api/users/sign-out',
    { headers: { origin: null, 'sec-fetch-site': 'cross-site' } },
  ],
  [
    'a bodiless post of a sibling domain without an origin',
    'POST',
    '/api/users/sign-out',
    { headers: { origin: null, 'sec-fetch-site': 'same-site' } },
  ],
  [
    'a put of another site',
    'PUT',
    '/api/session/data',
    { json: { planted: true }, headers: { origin: 'https://evil.example' } },
  ],
];
for (const [attack, method, path, options] of attacks) {
  test(`cross-site request forgery: ${attack} is answered with 403 and does nothing`, async (t) => {
    const api = await startTestApi(t);
    const browser = api.browser();
    const answer = await browser.send(method, path, options);
    assert.equal(answer.status, 403);
    assert.equal(typeof (answer.body as { error: unknown }).error, 'string');
    assert.equal(browser.cookie, '');
    assert.deepEqual(api.passwords.verified, []);
  });
}

test('a client that is no browser needs no origin', async (t) => {
  const api = await startTestApi(t);
  const answer = await api.browser().send('POST', '/api/users/sign-in', {
    body: CREDENTIALS,
    headers: { origin: null, 'content-type': 'application/json' },
  });
  assert.equal(answer.status, 204);
});
