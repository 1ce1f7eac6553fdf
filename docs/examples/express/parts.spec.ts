import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import express, { type Express } from 'express';
import { answerErrors, ngSession, type NgSession } from 'ng-session-express';
import { TestBrowser } from 'ng-session-express/testing';

import { Accounts } from './accounts.ts';
import { chooseStore } from './choose-store.ts';
import { serveApp } from './serve-app.ts';
import { addTokenSignIn } from './token-sign-in.ts';
import { watchSessions } from './watch-sessions.ts';

async function start(t: TestContext, use: (app: Express, session: NgSession) => void) {
  const session = ngSession({
    origins: ['http://localhost:4200'],
    signIn: () => ({ id: 1, name: 'Ada', roles: [] }),
    findUser: () => ({ id: 1, name: 'Ada', roles: [] }),
  });
  const app = express();
  use(app, session);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(async () => {
    server.close();
    await session.close();
  });
  return new TestBrowser({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

test('the environment names the store, and a name that is wrong is told with those that are right', (t) => {
  t.after(() => delete process.env['SESSION_DRIVER']);
  assert.equal(typeof chooseStore(), 'function');
  process.env['SESSION_DRIVER'] = 'redis';
  assert.equal(typeof chooseStore(), 'function');
  process.env['SESSION_DRIVER'] = 'mongo';
  assert.throws(() => chooseStore(), /memory, sqlite, redis, cookie/);
});

test('the files of the app come before its session, and each page is its own', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'index.html'), 'The shop');
  writeFileSync(join(folder, 'main.js'), '');
  const browser = await start(t, (app, session) => serveApp(app, session, folder));
  await browser.signIn({ email: 'ada@example.com', password: 'any' });

  for (const path of ['/', '/account', '/main.js', '/health']) {
    const { status, headers } = await browser.send('GET', path);
    assert.deepEqual([path, status, headers.getSetCookie()], [path, 200, []]);
    assert.doesNotMatch(headers.get('cache-control') ?? '', /no-store/);
  }
  assert.equal((await browser.send('GET', '/account')).text, 'The shop');
  const { status, headers } = await browser.send('GET', '/api/session');
  assert.deepEqual([status, headers.get('cache-control')], [200, 'no-store']);
});

test('a token is given for a password, and guesses count together with those at the route', async (t) => {
  const accounts = new Accounts();
  const ada = { email: 'ada@example.com', password: 'correct horse' };
  accounts.add({ user: { id: 1, name: 'Ada', roles: [] }, ...ada });
  const browser = await start(t, (app, session) => {
    app.use(session);
    addTokenSignIn(app, session, accounts, ({ name }) => `a token of ${name}`);
    app.use(answerErrors());
  });
  const ask = (json: object) => browser.send('POST', '/api/token', { json });
  assert.deepEqual((await ask(ada)).body, { token: 'a token of Ada' });
  assert.equal((await ask({ email: ada.email })).status, 422);
  for (let guess = 0; guess < 10; guess++) {
    assert.equal((await ask({ ...ada, password: 'a guess' })).status, 401);
  }
  assert.equal((await ask(ada)).status, 429);
  assert.equal((await browser.signIn(ada)).status, 429);
});

test('sessions are counted', async (t) => {
  const counts: string[] = [];
  const browser = await start(t, (app, session) => {
    watchSessions(session, (name) => counts.push(name));
    app.use(session);
  });
  await browser.send('PUT', '/api/session/data', { json: { a: 1 } });
  assert.deepEqual(counts.splice(0), ['begun', 'changed']);
  await browser.signIn({ email: 'ada@example.com', password: 'any' });
  assert.deepEqual(counts, ['begun', 'changed', 'signed in, or under a new id']);
});

test(
  'SIGTERM ends the process when what is under way is answered',
  { timeout: 60_000 },
  async () => {
    const script = `
    import express from 'express';
    import { ngSession } from 'ng-session-express';
    import { stopInOrder } from './stop-in-order.ts';
    const session = ngSession({ origins: [], signIn: () => null, findUser: () => null });
    const app = express();
    app.use(session);
    app.get('/slow', (_request, response) => {
      server.once('close', () => console.log('closed'));
      process.kill(process.pid, 'SIGTERM');
      setTimeout(() => response.send('done'), 200);
    });
    const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
    stopInOrder(server, session);
  `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    const answer = await fetch(`http://127.0.0.1:${String(port).trim()}/slow`);
    assert.equal(await answer.text(), 'done');
    assert.deepEqual(await ended, [0, null]);
  },
);
