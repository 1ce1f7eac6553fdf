import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promisify } from 'node:util';

import type { Request } from 'express';

import { localStores } from '../testing/local-stores.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { regenerateSession } from './regenerate-session.ts';
import { startSession } from './start-session.ts';

/** What stores a session at once, rather than with the answer. */
const WAYS: readonly (readonly [name: string, run: (request: Request) => Promise<unknown>])[] = [
  ['startSession()', (request) => startSession(request, UMA)],
  ['regenerateSession()', (request) => regenerateSession(request)],
  [
    'regenerate() of express-session',
    ({ session }) => promisify(session.regenerate.bind(session))(),
  ],
  ['save() of express-session', ({ session }) => promisify(session.save.bind(session))()],
];

for (const [name, make] of localStores(await temporaryFolder())) {
  for (const [way, run] of WAYS) {
    test(`${way} in a request that readOnly() names fails, and changes nothing, in ${name}`, async (t) => {
      const server = await startTestServer(t, {
        store: make(),
        readOnly: ({ path }) => path === '/quiet',
      });
      server.routes.get('/quiet', async (request, response) => {
        await run(request);
        response.json(request.session.user);
      });
      const browser = server.browser();
      for (const isSignedIn of [false, true]) {
        if (isSignedIn) await browser.signIn(rightPassword(UMA));
        const { status, body, headers } = await browser.send('GET', '/quiet');
        assert.deepEqual([status, (body as { code?: string }).code], [501, 'not-supported']);
        assert.deepEqual(headers.getSetCookie(), []);
        assert.match(server.log.at(-1) ?? '', /readOnly\(\) names can not change its session/);
        const expected = isSignedIn ? 200 : 401;
        assert.equal((await browser.send('GET', '/api/session')).status, expected);
      }
      if (name === 'cookie') return;
      assert.equal((await server.session.sessions.list(UMA.id)).length, 1);
    });
  }
}

test('an account that is gone is signed out by a request that readOnly() names too', async (t) => {
  const server = await startTestServer(t, { readOnly: ({ method }) => method === 'GET' });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  server.users.delete(UMA.id);
  assert.equal((await browser.send('GET', '/api/session')).status, 401);
  assert.deepEqual(await server.session.sessions.list(UMA.id), []);
  assert.deepEqual(server.log, []);
});
