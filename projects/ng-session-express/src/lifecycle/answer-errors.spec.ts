import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestServer, UMA, rightPassword } from '../testing/start-test-server.ts';
import { HttpError } from '../http/http-error.ts';
import { InvalidInput } from '../http/invalid-input.ts';

const CANARY = 'canary-7f3a';
const UNKNOWN = { error: 'Something went wrong.' };

/** As `http-errors` makes them. */
function exposed(status: number): Error {
  return Object.assign(new Error(CANARY), { status, statusCode: status, expose: true });
}

function hidden(status: number): Error {
  return Object.assign(exposed(status), { expose: false });
}

const thrown: readonly [what: string, error: unknown, status: number, body: object][] = [
  ['an error', new TypeError(`could not use ${CANARY}\n    at ${CANARY}`), 500, UNKNOWN],
  ['an error with a cause', new Error(CANARY, { cause: new Error(CANARY) }), 500, UNKNOWN],
  ['no error at all', CANARY, 500, UNKNOWN],
  ['an error of another library', Object.assign(new Error(CANARY), { status: 404 }), 500, UNKNOWN],
  ['an error for the client', exposed(404), 404, { error: 'Not Found.' }],
  ['a refusal for the client', exposed(403), 403, { error: 'Forbidden.' }],
  ['an error of the server', exposed(503), 500, UNKNOWN],
  ['an error with a status that nobody knows', exposed(499), 500, UNKNOWN],
  ['an error with what is no status', exposed('x' as never), 500, UNKNOWN],
  ["an error whose status is another server's", hidden(404), 500, UNKNOWN],
  ['an answer', new HttpError(409, 'Somebody was faster.'), 409, { error: 'Somebody was faster.' }],
  [
    'wrong input',
    new InvalidInput({ name: ['This is required.'] }),
    422,
    { error: 'Some fields are not valid.', errors: { name: ['This is required.'] } },
  ],
];
for (const [what, error, status, body] of thrown) {
  for (const how of ['throws', 'rejects with'] as const) {
    test(`a route that ${how} ${what} answers ${status}, without its secrets`, async (t) => {
      const server = await startTestServer(t);
      server.routes.get('/broken', () => {
        if (how === 'throws') throw error;
        return Promise.reject(error);
      });
      const answer = await server.browser().send('GET', `/broken?token=${CANARY}`);
      assert.equal(answer.status, status);
      assert.deepEqual(answer.body, body);
      assert.doesNotMatch(answer.text + server.log.join(), new RegExp(CANARY));
      assert.equal(server.log.length, status === 500 ? 1 : 0);
    });
  }
}

test('what was said about another answer goes with it', async (t) => {
  const server = await startTestServer(t);
  server.routes.get('/broken', (_request, response) => {
    response.type('html').set({ ETag: '"1"', Location: '/elsewhere' }).cookie('own', CANARY);
    throw new HttpError(409, 'Somebody was faster.');
  });
  const { headers, text } = await server.browser().send('GET', '/broken');
  assert.equal(headers.get('content-type'), 'application/json; charset=utf-8');
  assert.equal(headers.get('content-length'), String(text.length));
  assert.equal(headers.get('location'), null);
  assert.notEqual(headers.get('etag'), '"1"');
  assert.deepEqual(headers.getSetCookie(), []);
});

test('a failure is logged with its kind, its place and its cause', async (t) => {
  const server = await startTestServer(t);
  server.routes.get('/broken/:id', () => {
    throw new TypeError('canary', { cause: new RangeError('canary') });
  });
  await server.browser().send('GET', '/broken/7');
  assert.match(
    server.log[0] ?? '',
    /^GET \/broken\/7 failed: TypeError\nbecause of RangeError\n +at .*answer-errors\.spec/,
  );
});

test('no secret in an error body: what was sent is not repeated', async (t) => {
  const server = await startTestServer(t);
  const browser = server.browser();
  const type = { 'content-type': 'application/json' };
  const path = '/api/users/sign-in';
  const answers = [
    await browser.send('POST', path, { body: `{"password":"${CANARY}`, headers: type }),
    await browser.send('POST', path, { body: CANARY, headers: type }),
    await browser.send('POST', path, { json: { password: CANARY } }),
    await browser.signIn({ email: `${CANARY}@example.com`, password: CANARY }),
    await browser.send('PUT', '/api/session/data', { json: { large: CANARY.repeat(3000) } }),
    await browser.send('PUT', '/api/session/data', { json: [CANARY] }),
    await browser.send('PUT', '/api/session/data', { json: { [CANARY]: { constructor: 1 } } }),
    await browser.send('POST', path, {
      body: CANARY,
      headers: { 'content-type': `application/json; charset=${CANARY}` },
    }),
  ];
  await browser.signIn(rightPassword(UMA));
  answers.push(
    await browser.send('DELETE', `/api/sessions/${CANARY}`),
    await browser.send('DELETE', `/api/sessions/%${CANARY}`),
    await browser.send('PUT', '/api/session', { headers: { 'x-xsrf-token': CANARY } }),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    [400, 400, 422, 401, 413, 422, 422, 415, 404, 400, 403],
  );
  for (const { text, body } of answers) {
    assert.equal(typeof (body as { error: unknown }).error, 'string');
    assert.doesNotMatch(text, /canary|\.ts|node_modules| {4}at /i);
  }
  assert.deepEqual(server.log, []);
});

test('an answer that has begun is cut off, and logged without its secrets', async (t) => {
  const server = await startTestServer(t);
  server.routes.get('/broken', (_request, response) => {
    response.write('first ');
    throw new Error(CANARY);
  });
  const browser = server.browser();
  await assert.rejects(browser.send('GET', '/broken'), /ECONNRESET/);
  assert.equal(server.log.length, 1);
  assert.match(server.log[0] ?? '', /^GET \/broken failed: Error\n +at /);
  assert.equal((await browser.send('GET', '/api/session/data')).status, 200);
});

test('no secret in the log, whatever is tried', async (t) => {
  const secret = 'canary-of-the-session-secret-0123456789';
  const server = await startTestServer(t, { secret, signInLimits: { perAccount: 2 } });
  server.routes.get('/broken', ({ session }) => {
    throw new Error(`${session.id} ${session.xsrfToken}`);
  });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  const token = browser.xsrfToken ?? '';
  const [{ value } = { value: '' }] = browser.cookies;
  const id = /^s%3A([^.]+)/.exec(value)?.[1] ?? '';
  assert.ok(token.length > 20 && id.length > 20);
  await browser.send('PUT', '/api/session/data', { json: { note: 'canary' } });
  await browser.send('PUT', '/api/session', { headers: { 'x-xsrf-token': 'canary' } });
  await browser.send('GET', '/broken?canary');
  for (let guess = 0; guess < 4; guess++) {
    await browser.signIn({ email: UMA.email, password: 'canary' });
  }
  await browser.send('POST', '/api/users/sign-in', {
    body: '{"password":"canary',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': 'canary' },
  });
  await browser.signOut();
  const log = server.log.join('\n');
  assert.equal(server.log.length, 1, log);
  for (const one of [secret, 'canary', 'the-right-password', value, id, token]) {
    assert.ok(!log.includes(one), one);
  }
});
