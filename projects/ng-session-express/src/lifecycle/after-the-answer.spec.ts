import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Request } from 'express';

import { localStores } from '../testing/local-stores.ts';
import { addSlowRoute } from '../testing/slow-route.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

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
}
