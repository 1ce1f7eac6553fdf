import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promisify } from 'node:util';

import type { Request } from 'express';

import { HttpError } from '../http/http-error.ts';
import { localStores } from '../testing/local-stores.ts';
import { addSlowRoute } from '../testing/slow-route.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { endSession } from './end-session.ts';
import { regenerateSession } from './regenerate-session.ts';

const kinds = localStores(await temporaryFolder());

for (const isStreamed of [false, true]) {
  const how = isStreamed ? 'streamed' : 'sent at once';
  test(`a log of requests reads the session after an answer that is ${how}, also where it has ended`, async (t) => {
    const users: unknown[] = [];
    const server = await startTestServer(t);
    server.routes.use((request, response, next) => {
      response.on('finish', () => users.push(request.session.user));
      next();
    });
    const slow = addSlowRoute(server.routes, { isStreamed });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    const request = await slow.begin(browser);
    await browser.signOut();
    assert.deepEqual((await request.end()).headers.getSetCookie(), []);
    assert.deepEqual(users, [UMA]);
  });
}

for (const [name, make] of kinds) {
  test(`request.session = null ends the session in ${name}, and takes the cookie away`, async (t) => {
    const server = await startTestServer(t, { store: make() });
    const unset = (request: Request): void => void Object.assign(request, { session: null });
    server.routes.post('/leave', (request, response) => {
      unset(request);
      response.status(204).end();
    });
    server.routes.post('/streams', (request, response) => {
      response.write('first ');
      unset(request);
      response.end('last');
    });
    for (const path of ['/leave', '/streams']) {
      const browser = server.browser();
      await browser.signIn(rightPassword(UMA));
      const copy = browser.copy();
      assert.ok((await browser.send('POST', path)).status < 300);
      if (path === '/leave') assert.deepEqual(browser.cookies, []);
      assert.equal((await copy.send('GET', '/api/session')).status, 401);
    }
    assert.deepEqual(server.log, []);
  });

  test(`session.destroy() ends the session in ${name}, and takes the cookie away`, async (t) => {
    const server = await startTestServer(t, { store: make() });
    server.routes.post('/leave', async (request, response) => {
      await promisify(request.session.destroy.bind(request.session))();
      response.status(204).end();
    });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    const copy = browser.copy();
    assert.equal((await browser.send('POST', '/leave')).status, 204);
    assert.deepEqual(browser.cookies, []);
    assert.equal((await copy.send('GET', '/api/session')).status, 401);
    const json = { cart: 1 };
    assert.equal((await browser.send('PUT', '/api/session/data', { json })).status, 204);
  });

  test(`a failure after a new id leaves the session in ${name} to its person`, async (t) => {
    const server = await startTestServer(t, { store: make() });
    server.routes.post('/promote', async (request, response) => {
      response.cookie('own', '1');
      await regenerateSession(request);
      throw new HttpError(409, 'No.');
    });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    const copy = browser.copy();
    assert.equal((await browser.send('POST', '/promote')).status, 409);
    assert.doesNotMatch(browser.cookieHeader, /own=/);
    assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
    assert.equal((await copy.send('GET', '/api/session')).status, 401);
  });

  test(`a failure after the end of a session in ${name} takes its cookie away`, async (t) => {
    const server = await startTestServer(t, { store: make() });
    server.routes.post('/leave', async (request, response) => {
      await endSession(request, response);
      throw new HttpError(409, 'No.');
    });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    assert.equal((await browser.send('POST', '/leave')).status, 409);
    assert.deepEqual(browser.cookies, []);
  });
}

test('a session can end another one, and keeps its cookie', async (t) => {
  const server = await startTestServer(t);
  server.routes.post('/end/:id', async ({ params, sessionStore }, response) => {
    await promisify(sessionStore.destroy.bind(sessionStore))(params.id);
    response.end();
  });
  server.routes.get('/id', ({ sessionID }, response) => void response.json(sessionID));
  const [browser, other] = [server.browser(), server.browser()];
  for (const one of [browser, other]) await one.signIn(rightPassword(UMA));
  const { body: id } = await other.send('GET', '/id');
  await browser.send('POST', `/end/${String(id)}`);
  assert.equal((await other.send('GET', '/api/session')).status, 401);
  assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
});
