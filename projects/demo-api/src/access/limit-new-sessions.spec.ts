import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import express from 'express';
import type { Response } from 'express';
import { ngSession } from 'ng-session-express';
import { TestBrowser } from 'ng-session-express/testing';

import { demoAccount } from '../testing/demo-account.ts';
import { startTestApi } from '../testing/start-test-api.ts';
import { limitNewSessions } from './limit-new-sessions.ts';

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

/** Starts an app of which a write waits until its client has gone, where it says that it goes. */
async function startSlowApp(t: TestContext) {
  const origin = 'http://localhost:4200';
  const session = ngSession({
    origins: [origin],
    signIn: () => null,
    findUser: () => null,
    log: () => undefined,
  });
  const limit = limitNewSessions({
    perAddress: 2,
    counter: undefined,
    log: (line) => assert.fail(line),
  });
  const app = express();
  // Express tells of failures that nobody answers, unless it is tested.
  app.set('env', 'test');
  let begun = Promise.withResolvers<Response>();
  app.put('/', limit.handler, session, async (request, response) => {
    begun.resolve(response);
    if ('leaves' in request.query) await once(response, 'close');
    request.session.data = { item: 1 };
    response.status(204).end();
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    server.close();
    limit.close();
    await session.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    browser: () => new TestBrowser({ url, origin }),
    /** Begins a write of a browser, and goes while the server works on it. */
    giveUp: async ({ cookieHeader }: TestBrowser): Promise<void> => {
      begun = Promise.withResolvers();
      const leaving = new AbortController();
      const headers = { origin, cookie: cookieHeader };
      const { signal } = leaving;
      const answer = fetch(`${url}/?leaves`, { method: 'PUT', headers, signal });
      const underWay = await Promise.race([begun.promise, answer]);
      assert.ok('locals' in underWay, 'It was refused.');
      const closed = once(underWay, 'close');
      leaving.abort();
      await assert.rejects(answer);
      await closed;
    },
  };
}

test('a write into a session that is there is free, also where its client has gone', async (t) => {
  const { browser, giveUp } = await startSlowApp(t);
  const guest = browser();
  assert.equal((await guest.send('PUT', '/')).status, 204);
  for (let round = 0; round < 3; round++) await giveUp(guest);
  assert.equal((await browser().send('PUT', '/')).status, 204);
  assert.equal((await browser().send('PUT', '/')).status, 429);
});

test('a session counts that begins when its client has gone', async (t) => {
  const { browser, giveUp } = await startSlowApp(t);
  for (let round = 0; round < 2; round++) await giveUp(browser());
  assert.equal((await browser().send('PUT', '/')).status, 429);
});
