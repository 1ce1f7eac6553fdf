import assert from 'node:assert/strict';
import { test } from 'node:test';

import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import type { TestRequest } from '../testing/test-browser.ts';

const CREDENTIALS = JSON.stringify(rightPassword(UMA));
const EVIL = 'https://evil.example';

type Attack = readonly [what: string, method: string, path: string, request: TestRequest];

function posted(type: string, body: string, headers: TestRequest['headers'] = {}): TestRequest {
  return { body, headers: { 'content-type': type, ...headers } };
}

// Sign-in and anonymous data need no XSRF token, so it is this layer alone that refuses here.
const attacks: readonly Attack[] = [
  [
    'a form of another site',
    'POST',
    '/api/users/sign-in',
    posted('application/x-www-form-urlencoded', 'email=a', { origin: EVIL }),
  ],
  [
    'a form whose origin was stripped',
    'POST',
    '/api/users/sign-in',
    posted('application/x-www-form-urlencoded', 'email=a', { origin: null }),
  ],
  [
    'JSON as text/plain',
    'POST',
    '/api/users/sign-in',
    posted('text/plain', CREDENTIALS, { origin: null }),
  ],
  [
    'JSON as text/plain from our own origin',
    'POST',
    '/api/users/sign-in',
    posted('text/plain; x=application/json', CREDENTIALS),
  ],
  [
    'a multipart form',
    'POST',
    '/api/users/sign-in',
    posted('multipart/form-data; boundary=x', '--x--', { origin: null }),
  ],
  [
    'a body without a type',
    'POST',
    '/api/users/sign-in',
    { body: CREDENTIALS, headers: { origin: null } },
  ],
  [
    'JSON of another site',
    'POST',
    '/api/users/sign-in',
    posted('application/json', CREDENTIALS, { origin: EVIL }),
  ],
  ['a bodiless post of another site', 'POST', '/api/users/sign-out', { headers: { origin: EVIL } }],
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
    '/own',
    { headers: { origin: null, 'sec-fetch-site': 'same-site' } },
  ],
  [
    'a put of another site',
    'PUT',
    '/api/session/data',
    { json: { planted: true }, headers: { origin: EVIL } },
  ],
  [
    'a form for a route of the app',
    'POST',
    '/own',
    posted('application/x-www-form-urlencoded', 'a=1', { origin: null }),
  ],
  ['a delete of another site', 'DELETE', '/own', { headers: { origin: EVIL } }],
  ['a patch of another site', 'PATCH', '/own', { headers: { origin: EVIL } }],
];
for (const [attack, method, path, request] of attacks) {
  test(`cross-site request forgery: ${attack} is answered with 403 and does nothing`, async (t) => {
    const server = await startTestServer(t);
    let calls = 0;
    server.routes.all('/own', (_request, response) => response.json({ calls: ++calls }));
    const browser = server.browser();
    const answer = await browser.send(method, path, request);
    assert.equal(answer.status, 403);
    assert.equal(typeof (answer.body as { error: unknown }).error, 'string');
    assert.deepEqual(browser.cookies, []);
    assert.deepEqual(server.verified, []);
    assert.equal(calls, 0);
  });
}

for (const [who, headers] of [
  ['a client that is no browser', {}],
  ['a page that is served from where the API is', { 'sec-fetch-site': 'same-origin' }],
  [
    'such a page, under another name',
    { origin: 'https://api.example.com', 'sec-fetch-site': 'same-origin' },
  ],
] as const) {
  test(`${who} needs no place in the list of origins`, async (t) => {
    const server = await startTestServer(t);
    const answer = await server.browser().send('POST', '/api/users/sign-in', {
      body: CREDENTIALS,
      headers: { origin: null, 'content-type': 'application/json', ...headers },
    });
    assert.equal(answer.status, 204);
  });
}
