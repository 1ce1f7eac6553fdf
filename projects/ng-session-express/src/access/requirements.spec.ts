import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import { regenerateSession } from '../lifecycle/regenerate-session.ts';
import { SessionError } from '../session-error.ts';
import { ADA, rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import type { TestServer, TestServerOptions } from '../testing/start-test-server.ts';
import { requireFresh } from './require-fresh.ts';
import { requireRole } from './require-role.ts';
import { requireSession } from './require-session.ts';

const MINUTE = 60_000;
const NOBODY = { error: 'Nobody is signed in.' };
const FORBIDDEN = { error: 'Your roles do not allow this.' };
const NOT_FRESH = { error: 'Sign in once more to do this.', code: 'not-fresh' };
const DONE = { done: true };

async function setUp(t: TestContext, options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startTestServer(t, options);
  const requirements = {
    '/session': requireSession(),
    '/admin': requireRole('admin'),
    '/any': requireRole(['admin', 'user']),
    '/all': requireRole(['admin', 'user'], { all: true }),
    '/none': requireRole([]),
    '/fresh': requireFresh('10m'),
  };
  for (const [path, requirement] of Object.entries(requirements)) {
    server.routes.get(path, requirement, (_request, response) => response.json(DONE));
  }
  return server;
}

type Row = readonly [path: string, nobody: number, uma: number, ada: number];

const rows: readonly Row[] = [
  ['/session', 401, 200, 200],
  ['/admin', 401, 403, 200],
  ['/any', 401, 200, 200],
  ['/all', 401, 403, 403],
  ['/none', 401, 403, 403],
  ['/fresh', 401, 200, 200],
];
for (const [path, nobody, uma, ada] of rows) {
  test(`${path} answers nobody ${nobody}, a user ${uma}, an admin ${ada}`, async (t) => {
    const server = await setUp(t);
    for (const [user, status] of [
      [null, nobody],
      [UMA, uma],
      [ADA, ada],
    ] as const) {
      const browser = server.browser();
      if (user !== null) await browser.signIn(rightPassword(user));
      const answer = await browser.send('GET', path);
      assert.equal(answer.status, status);
      assert.deepEqual(answer.body, status === 200 ? DONE : status === 401 ? NOBODY : FORBIDDEN);
    }
  });
}

test('a role that is given or taken counts at the next request', async (t) => {
  const server = await setUp(t);
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  const status = async (): Promise<number> => (await browser.send('GET', '/admin')).status;
  assert.equal(await status(), 403);
  server.users.set(UMA.id, { ...UMA, roles: ['user', 'admin'] });
  assert.equal(await status(), 200);
  server.users.set(UMA.id, UMA);
  assert.equal(await status(), 403);
  server.users.delete(UMA.id);
  assert.equal(await status(), 401);
});

test('the app says where roles are', async (t) => {
  const server = await setUp(t, {
    roles: (user) => ('name' in user ? `is-${user.name as string}` : []),
  });
  server.routes.get('/uma', requireRole('is-Uma'), (_request, response) => response.json(DONE));
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  assert.equal((await browser.send('GET', '/uma')).status, 200);
  await browser.signIn(rightPassword(ADA));
  assert.equal((await browser.send('GET', '/uma')).status, 403);
});

test('who has signed in long ago signs in once more, and stays signed in meanwhile', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const server = await setUp(t);
  server.routes.post('/promote', async (request, response) => {
    await regenerateSession(request);
    response.end();
  });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  const status = async (): Promise<number> => (await browser.send('GET', '/fresh')).status;
  t.mock.timers.tick(10 * MINUTE);
  assert.equal(await status(), 200);
  t.mock.timers.tick(1);
  const stale = await browser.send('GET', '/fresh');
  assert.deepEqual([stale.status, stale.body], [403, NOT_FRESH]);
  await browser.send('PUT', '/api/session');
  await browser.send('POST', '/promote');
  assert.equal(await status(), 403, 'neither a request nor a new id proves who they are');
  assert.equal((await browser.send('GET', '/api/session')).status, 200);
  await browser.signIn(rightPassword(UMA));
  assert.equal(await status(), 200);
});

test('requireFresh is told a duration', () => {
  assert.throws(() => requireFresh('soon'), SessionError);
});

test('a route that comes before ngSession says what to do', () => {
  for (const requirement of [requireSession(), requireRole('admin'), requireFresh('1m')]) {
    assert.throws(
      () => void requirement({} as never, {} as never, () => undefined),
      /ngSession\(\) has to come before what uses a session/,
    );
  }
});
