import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import express, { Router } from 'express';
import type { RequestHandler } from 'express';

import { ngSession } from './ng-session.ts';
import type { NgSession } from './ng-session.ts';
import { SessionError } from './session-error.ts';
import { stores } from './stores/stores.ts';
import { PASSWORD, rightPassword, startTestServer, UMA } from './testing/start-test-server.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { TestBrowser } from './testing/test-browser.ts';

const folder = await temporaryFolder();

function create(): NgSession {
  return ngSession({
    origins: [],
    signIn: ({ password }) => (password === PASSWORD ? UMA : null),
    findUser: () => UMA,
    production: false,
  });
}

/** An app that does nothing by itself, below a path. */
async function serve(t: TestContext, session: NgSession, path = '/'): Promise<string> {
  const handlers: RequestHandler[] = [session];
  const app = express().set('env', 'test').use(path, Router().use(handlers));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    server.closeAllConnections();
    server.close();
    await session.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('what the routes refuse is JSON, also where the app answers no errors', async (t) => {
  const browser = new TestBrowser({ url: await serve(t, create()) });
  const headers = { origin: null };
  const answers = [
    await browser.send('POST', '/api/users/sign-in', { json: {}, headers }),
    await browser.send('POST', '/api/users/sign-in', {
      json: { email: UMA.email, password: 'a guess' },
      headers,
    }),
    await browser.send('POST', '/api/users/sign-in', { json: {} }),
  ];
  assert.deepEqual(
    answers.map(({ status, body }) => [status, typeof (body as { error: unknown }).error]),
    [
      [422, 'string'],
      [401, 'string'],
      [403, 'string'],
    ],
  );
});

test('works below a path of the app', async (t) => {
  const url = await serve(t, create(), '/shop');
  const browser = new TestBrowser({ url, prefix: '/shop/api' });
  const answer = await browser.send('POST', '/shop/api/users/sign-in', {
    json: rightPassword(UMA),
    headers: { origin: null },
  });
  assert.equal(answer.status, 204);
  assert.deepEqual((await browser.send('GET', '/shop/api/session')).body, UMA);
  assert.equal((await browser.send('GET', '/api/session')).status, 404);
});

test('a session survives a restart of the server', async (t) => {
  const store = stores.sqlite({ file: `${folder}/restart.sqlite` });
  const first = await startTestServer(t, { store });
  const browser = first.browser();
  await browser.signIn(rightPassword(UMA));
  await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
  await first.stop();
  const second = await startTestServer(t, { store });
  const again = browser.copy({ url: second.url });
  assert.deepEqual((await again.send('GET', '/api/session')).body, UMA);
  assert.deepEqual((await again.send('GET', '/api/session/data')).body, { cart: 1 });
  assert.equal((await again.send('PUT', '/api/session')).status, 204);
});

test('can be closed twice, and is of no use after it', async () => {
  const session = ngSession({
    origins: [],
    store: stores.sqlite({ file: `${folder}/closed.sqlite` }),
    signIn: () => null,
    findUser: () => null,
    production: false,
  });
  assert.deepEqual(await session.sessions.list(UMA.id), []);
  await session.close();
  await session.close();
  await assert.rejects(session.sessions.list(UMA.id), SessionError);
});

test('an app that could not be safe does not start', () => {
  assert.throws(
    () => ngSession({ origins: [], signIn: () => null, findUser: () => null, production: true }),
    (error) => error instanceof SessionError && error.code === 'invalid-config',
  );
});

test('a sign-out while sessions are off takes the cookie, and leaves what is stored', async (t) => {
  const open = () =>
    startTestServer(t, { store: stores.sqlite({ file: `${folder}/maintenance.sqlite` }) });
  const [before, after] = [await open(), await open()];
  const off = await startTestServer(t, { enabled: false });
  const browser = before.browser();
  await browser.signIn(rightPassword(UMA));
  const copy = browser.copy({ url: after.url });
  const visitor = browser.copy({ url: off.url });
  assert.equal((await visitor.signOut()).status, 204);
  assert.deepEqual(visitor.cookies, []);
  assert.equal((await copy.send('GET', '/api/session')).status, 200);
});
