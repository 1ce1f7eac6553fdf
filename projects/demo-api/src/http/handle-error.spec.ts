import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestApi } from '../testing/start-test-api.ts';

const CANARY = 'canary-7f3a';

test('no secret in an error body or in the log: an error of the API itself', async (t) => {
  const api = await startTestApi(t);
  api.routes.get('/broken', () => {
    throw new TypeError(`could not use ${CANARY}\n    second line of ${CANARY}`);
  });
  api.routes.get('/broken-later', () => Promise.reject(new Error(CANARY)));
  api.routes.get('/broken-badly', () => {
    throw CANARY;
  });
  for (const path of ['broken', 'broken-later', 'broken-badly']) {
    const answer = await api.browser().send('GET', `/api/${path}?token=${CANARY}`);
    assert.equal(answer.status, 500);
    assert.deepEqual(answer.body, { error: 'Something went wrong.' });
  }
  assert.equal(api.log.length, 3);
  assert.match(api.log[0] ?? '', /^GET \/api\/broken failed: TypeError\n +at .*handle-error\.spec/);
  assert.doesNotMatch(api.log.join('\n'), new RegExp(CANARY));
});

test('no secret in an error body: what was sent is not repeated', async (t) => {
  const api = await startTestApi(t);
  const browser = api.browser();
  const json = { 'content-type': 'application/json' };
  const answers = [
    await browser.send('POST', '/api/users/sign-in', {
      body: `{"password":"${CANARY}`,
      headers: json,
    }),
    await browser.send('POST', '/api/users/sign-in', { body: CANARY, headers: json }),
    await browser.send('POST', '/api/users/sign-in', { json: { password: CANARY } }),
    await browser.signIn(`${CANARY}@example.com`, CANARY),
    await browser.send('PUT', '/api/session/data', { json: { large: CANARY.repeat(3000) } }),
    await browser.send('PUT', '/api/session/data', { json: [CANARY] }),
    await browser.send('POST', '/api/users/sign-in', {
      body: CANARY,
      headers: { 'content-type': `application/json; charset=${CANARY}` },
    }),
    await browser.send('GET', `/api/${CANARY}`),
    await browser.send('GET', `/api/users/%${CANARY}`),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [400, 400, 422, 401, 413, 422, 415, 404, 404],
  );
  for (const { text, body } of answers) {
    assert.equal(typeof (body as { error: unknown }).error, 'string');
    assert.doesNotMatch(text, /canary|\.ts|node_modules| {4}at /i);
  }
  assert.deepEqual(api.log, []);
});
