import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promisify } from 'node:util';

import type { Request } from 'express';

import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';

function reload({ session }: Request): Promise<void> {
  return promisify(session.reload.bind(session) as (done: (error?: unknown) => void) => void)();
}

test('a request can read its session once more, and change what it finds', async (t) => {
  const server = await startTestServer(t);
  const browser = server.browser();
  const other = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  server.routes.get('/reload', async (request, response) => {
    started.resolve();
    await other.promise;
    await reload(request);
    request.session.data['mine'] = true;
    response.json({ user: request.session.user });
  });
  await browser.signIn(rightPassword(UMA));
  const answer = browser.send('GET', '/reload');
  await started.promise;
  await browser.send('PUT', '/api/session/data', { json: { theirs: true } });
  other.resolve();
  assert.deepEqual((await answer).body, { user: UMA });
  const { body } = await browser.send('GET', '/api/session/data');
  assert.deepEqual(body, { theirs: true, mine: true });
});

test('a session that has ended can not be read once more', async (t) => {
  const server = await startTestServer(t);
  const browser = server.browser();
  server.routes.get('/reload', async (request, response) => {
    await browser.copy().signOut();
    response.json(await reload(request).catch((error: unknown) => String(error)));
  });
  await browser.signIn(rightPassword(UMA));
  assert.match((await browser.send('GET', '/reload')).text, /failed to load session/);
});

test('what is saved after the answer is stored, but not in a session that has ended', async (t) => {
  const server = await startTestServer(t);
  const gate = Promise.withResolvers<void>();
  const done: Promise<void>[] = [];
  server.routes.get('/later', (request, response) => {
    const { session } = request;
    response.end();
    done.push(
      gate.promise.then(() => {
        session.data['later'] = true;
        return promisify(session.save.bind(session))();
      }),
    );
  });
  const [stays, goes] = [server.browser(), server.browser()];
  for (const browser of [stays, goes]) {
    await browser.signIn(rightPassword(UMA));
    await browser.send('GET', '/later');
  }
  const thief = goes.copy();
  await goes.signOut();
  gate.resolve();
  await Promise.all(done);
  assert.deepEqual((await stays.send('GET', '/api/session/data')).body, { later: true });
  assert.deepEqual((await thief.send('GET', '/api/session/data')).body, {});
  assert.equal((await thief.send('GET', '/api/session')).status, 401);
});

test('the user of a session is not stored with it, and can not be set', async (t) => {
  const server = await startTestServer(t);
  server.routes.get('/who', (request, response) => {
    response.json({ stored: JSON.stringify(request.session).includes(UMA.name) });
  });
  server.routes.get('/set', (request, response) => {
    Object.assign(request.session, { user: { id: 1 } });
    response.end();
  });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  assert.deepEqual((await browser.send('GET', '/who')).body, { stored: false });
  assert.equal((await browser.send('GET', '/set')).status, 500);
  assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
});
