import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import type { Request } from 'express';

import { startTestApi } from '../testing/start-test-api.ts';
import type { TestApi } from '../testing/start-test-api.ts';
import type { Answer, TestBrowser } from '../testing/test-browser.ts';

interface SlowRequest {
  readonly api: TestApi;
  readonly browser: TestBrowser;
  /** Begins a request with the cookies of now; resolves when the API works on it. */
  begin(): Promise<{ end(): Promise<Answer> }>;
}

/** Adds a route that waits for the test, then does its work on the session. */
async function setUp(t: TestContext, work: (request: Request) => void): Promise<SlowRequest> {
  const api = await startTestApi(t);
  const waiting: { started: () => void; release: Promise<void> }[] = [];
  api.routes.get('/slow', async (request, response) => {
    const turn = waiting.shift();
    turn?.started();
    await turn?.release;
    work(request);
    response.json({});
  });
  const browser = api.browser();
  return {
    api,
    browser,
    begin: async () => {
      const started = Promise.withResolvers<void>();
      const release = Promise.withResolvers<void>();
      waiting.push({ started: started.resolve, release: release.promise });
      const late = api.browser();
      browser.cookies.forEach((value, name) => late.cookies.set(name, value));
      const answer = late.send('GET', '/api/slow');
      await started.promise;
      return { end: () => (release.resolve(), answer) };
    },
  };
}

const works: [string, (request: Request) => void][] = [
  ['only reads', () => undefined],
  ['changes the session', ({ session }) => void (session.data = { late: true })],
  ['saves the session itself', ({ session }) => void session.save()],
  ['touches the session', ({ session }) => void session.touch()],
];
for (const [name, work] of works) {
  test(`a slow request that ${name} and ends after the sign-out must not write the session back`, async (t) => {
    const { api, browser, begin } = await setUp(t, work);
    await browser.signIn('uma@example.com');
    const old = api.browser();
    old.cookies.set('demo.sid', browser.cookie);
    const requests = [await begin(), await begin(), await begin()];

    assert.equal((await browser.send('POST', '/api/users/sign-out')).status, 204);
    for (const request of requests) {
      await request.end();
      assert.equal((await old.send('GET', '/api/session')).status, 401);
      assert.deepEqual((await old.send('GET', '/api/session/data')).body, {});
    }
    await api.stop();
    await api.start();
    assert.equal((await old.send('GET', '/api/session')).status, 401, 'after a restart');
  });

  test(`a slow request that ${name} and ends after a sign-in does not replace its cookie`, async (t) => {
    const { browser, begin } = await setUp(t, work);
    await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
    const request = await begin();
    await browser.signIn('uma@example.com');
    assert.deepEqual((await request.end()).headers.getSetCookie(), []);
  });
}

test('a slow request of a living session is written and renews the cookie', async (t) => {
  const { browser, begin } = await setUp(t, ({ session }) => void (session.data = { late: true }));
  await browser.signIn('uma@example.com');
  const answer = await (await begin()).end();
  assert.equal(answer.headers.getSetCookie().length, 1);
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { late: true });
});
