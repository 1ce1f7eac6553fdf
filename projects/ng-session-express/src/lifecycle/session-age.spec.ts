import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';

import type { SessionStore } from '../stores/session-store.ts';
import { stores } from '../stores/stores.ts';
import { localStores } from '../testing/local-stores.ts';
import { addSlowRoute } from '../testing/slow-route.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import type { TestServer, TestServerOptions } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { TestBrowser } from '../testing/test-browser.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const kinds = localStores(await temporaryFolder());

interface Signed {
  readonly server: TestServer;
  readonly browser: TestBrowser;
  /** Has so much time pass, then asks. */
  statusAfter(milliseconds: number, path?: string): Promise<number>;
}

async function setUp(t: TestContext, options: TestServerOptions): Promise<Signed> {
  // Nothing but the date: what is awaited goes on by itself.
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const server = await startTestServer(t, options);
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  return {
    server,
    browser,
    statusAfter: async (milliseconds, path = '/api/session') => {
      t.mock.timers.tick(milliseconds);
      return (await browser.send('GET', path)).status;
    },
  };
}

for (const [name, make] of kinds) {
  test(`a session in ${name} ends when nobody has come for its age; each request renews it`, async (t) => {
    const { browser, statusAfter } = await setUp(t, { store: make(), age: '10m' });
    const copy = browser.copy();
    assert.equal(await statusAfter(9 * MINUTE), 200);
    assert.equal(await statusAfter(9 * MINUTE), 200);
    assert.equal(await statusAfter(9 * MINUTE, '/nowhere'), 404);
    assert.equal(await statusAfter(9 * MINUTE), 200);
    assert.equal(await statusAfter(10 * MINUTE), 401);
    assert.equal((await copy.send('GET', '/api/session')).status, 401);
  });

  test(`a session in ${name} ends at last, however busy`, async (t) => {
    const options = { store: make(), age: '10m', absoluteAge: '25m' };
    const { browser, server, statusAfter } = await setUp(t, options);
    for (let visits = 0; visits < 3; visits++) assert.equal(await statusAfter(8 * MINUTE), 200);
    await browser.send('PUT', '/api/session/data', { json: { a: 1 } });
    assert.equal(await statusAfter(MINUTE), 401);
    assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
    await browser.signIn(rightPassword(UMA));
    assert.equal(await statusAfter(9 * MINUTE), 200, 'a sign-in begins anew');
    assert.deepEqual(server.log, []);
  });

  test(`requests that readOnly() names keep no session in ${name} alive, and bring no cookie`, async (t) => {
    const { browser, server, statusAfter } = await setUp(t, {
      store: make(),
      age: '10m',
      readOnly: ({ method, path, headers }) =>
        method === 'GET' &&
        (path === '/quiet' || (path === '/api/session/data' && headers['x-quiet'] === 'yes')),
    });
    const streamed = addSlowRoute(server.routes, { path: '/quiet', isStreamed: true });
    const quiet = { headers: { 'x-quiet': 'yes' } };
    t.mock.timers.tick(9 * MINUTE);
    const answer = await browser.send('GET', '/api/session/data?again', quiet);
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.headers.getSetCookie(), []);
    t.mock.timers.tick(MINUTE);
    assert.equal((await browser.send('GET', '/api/session')).status, 401);

    await browser.signIn(rightPassword(UMA));
    t.mock.timers.tick(9 * MINUTE);
    assert.equal((await browser.send('GET', '/api/session/data')).status, 200);
    t.mock.timers.tick(9 * MINUTE);
    await (await streamed.begin(browser)).end();
    assert.equal(await statusAfter(MINUTE), 401);
  });
}

test('a request that readOnly() names stores no change, and says so', async (t) => {
  const { browser, server } = await setUp(t, { readOnly: ({ path }) => path.startsWith('/quiet') });
  for (const [path, isStreamed] of [
    ['/quiet', false],
    ['/quiet/streamed', true],
  ] as const) {
    const slow = addSlowRoute(server.routes, {
      path,
      isStreamed,
      work: ({ session }) => void (session.data['a'] = 1),
    });
    const answer = await (await slow.begin(browser)).end().catch(() => null);
    assert.equal(answer?.status, isStreamed ? undefined : 501);
    assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
    assert.match(server.log.at(-1) ?? '', /readOnly\(\) names can not change its session/);
  }
});

test('an answer that is sent piece by piece keeps a session alive too', async (t) => {
  const { browser, server, statusAfter } = await setUp(t, { age: '10m' });
  const slow = addSlowRoute(server.routes, { isStreamed: true });
  t.mock.timers.tick(9 * MINUTE);
  await (await slow.begin(browser)).end();
  assert.equal(await statusAfter(9 * MINUTE), 200);
});

test('an answer that is sent piece by piece is none of a fault where the session is in a cookie', async (t) => {
  const { browser, server } = await setUp(t, { store: stores.cookie() });
  const slow = addSlowRoute(server.routes, { isStreamed: true });
  t.mock.timers.tick(5 * MINUTE);
  assert.equal((await (await slow.begin(browser)).end()).text, 'first last');
  assert.deepEqual(server.log, []);
});

test('a store is told to keep a session no longer than it lasts', async (t) => {
  const ages: number[] = [];
  const { browser } = await setUp(t, {
    age: '10m',
    absoluteAge: '12m',
    store: (context) => {
      const kept = stores.memory()(context) as SessionStore;
      const { write, touch } = kept;
      return Object.assign(kept, {
        write: ((id, session, options) => {
          ages.push(options.age);
          return Reflect.apply(write, kept, [id, session, options]);
        }) satisfies SessionStore['write'],
        touch: ((id, age) => {
          ages.push(age);
          return Reflect.apply(touch, kept, [id, age]);
        }) satisfies SessionStore['touch'],
      });
    },
  });
  ages.length = 0;
  t.mock.timers.tick(5 * MINUTE);
  await browser.send('PUT', '/api/session/data', { json: { a: 1 } });
  // Not with each request: at the hundredth of its age.
  await browser.send('GET', '/api/session');
  t.mock.timers.tick(6000);
  await browser.send('GET', '/api/session');
  assert.deepEqual(ages, [7 * MINUTE, 7 * MINUTE - 6000]);
});

test('the cookie lasts as long as the session', async (t) => {
  const { browser, server, statusAfter } = await setUp(t, { age: '2h', absoluteAge: '3h' });
  const lasts = (): number => {
    const [cookie] = browser.cookies;
    return Math.round((Number(cookie?.expires) - Date.now()) / MINUTE);
  };
  assert.equal(lasts(), 120);
  await statusAfter(HOUR);
  assert.equal(lasts(), 120);
  await statusAfter(HOUR + 30 * MINUTE);
  assert.equal(lasts(), 30);
  assert.deepEqual(server.log, []);
});

test('when somebody was last seen is noted once a minute', async (t) => {
  const { browser, server } = await setUp(t, {});
  const lastSeen = async (): Promise<string | undefined> =>
    (await server.session.sessions.list(UMA.id))[0]?.lastSeenAt;
  const first = await lastSeen();
  t.mock.timers.tick(MINUTE - 1);
  await browser.send('GET', '/api/session');
  assert.equal(await lastSeen(), first);
  t.mock.timers.tick(1);
  await browser.send('GET', '/api/session');
  assert.equal(await lastSeen(), new Date().toISOString());
  assert.equal(Date.parse(first ?? ''), Date.now() - MINUTE);
});

for (const [name, make] of kinds) {
  test(`sessions in ${name} that are switched off keep nothing, and bring no cookie`, async (t) => {
    const server = await startTestServer(t, { store: make(), enabled: false });
    const streamed = addSlowRoute(server.routes, { isStreamed: true });
    server.routes.get('/streamed-change', (request, response) => {
      request.session.data['a'] = 1;
      response.write('first ');
      response.end('last');
    });
    const browser = server.browser();
    server.session.events.on('session:committed', () => assert.fail('Nothing is kept.'));
    const refused = await browser.signIn(rightPassword(UMA));
    assert.equal(refused.status, 503);
    assert.equal((refused.body as { code: unknown }).code, 'store-unavailable');
    await browser.send('PUT', '/api/session/data', { json: { a: 1 } });
    await (await streamed.begin(browser)).end();
    await browser.send('GET', '/streamed-change');
    assert.deepEqual(browser.cookies, []);
    assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
    assert.equal((await browser.send('GET', '/api/session')).status, 401);
    assert.equal((await browser.signOut()).status, 204);
    assert.equal(server.log.length, 1);
    assert.match(server.log[0] ?? '', /nobody can sign in while sessions are switched off/);
  });
}

test('a session is renewed once a minute, with its cookie, and not in between', async (t) => {
  const { browser, server } = await setUp(t, { age: '2h' });
  server.routes.post('/changes', (request, response) => {
    request.session.data['n'] = 1;
    response.status(204).end();
  });
  const cookies = async (method: string, path: string): Promise<number> =>
    (await browser.send(method, path)).headers.getSetCookie().length;
  assert.equal(await cookies('GET', '/api/session'), 0);
  t.mock.timers.tick(MINUTE);
  // Of several at once, one is enough; none of them fails.
  const renewed = await Promise.all(
    Array.from({ length: 30 }, () => cookies('GET', '/api/session')),
  );
  assert.ok(renewed.includes(1));
  assert.equal(await cookies('GET', '/api/session'), 0);
  assert.equal(await cookies('POST', '/changes'), 1);
  assert.deepEqual(server.log, []);
});

for (const [name, make] of kinds) {
  test(`a request that has saved its session in ${name} by itself renews it too`, async (t) => {
    const { browser, server } = await setUp(t, { store: make(), age: '10m' });
    server.routes.post('/saves', async (request, response) => {
      request.session.data['n'] = Number(request.session.data['n'] ?? 0) + 1;
      await promisify(request.session.save.bind(request.session))();
      response.end();
    });
    for (const n of [1, 2, 3]) {
      t.mock.timers.tick(9 * MINUTE);
      const { headers } = await browser.send('POST', '/saves');
      const named = headers.getSetCookie().map((line) => line.split('=')[0]);
      assert.ok(named.includes('sid'), named.join());
      assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { n });
    }
    // Nothing is due so soon after it.
    assert.deepEqual((await browser.send('GET', '/api/session')).headers.getSetCookie(), []);
  });
}

test('a request that has saved its session by itself brings no cookie where it has ended since', async (t) => {
  const { browser, server } = await setUp(t, { age: '10m' });
  const other = browser.copy();
  server.routes.post('/saves', async (request, response) => {
    request.session.data['n'] = 1;
    await promisify(request.session.save.bind(request.session))();
    await other.signOut();
    response.end();
  });
  t.mock.timers.tick(9 * MINUTE);
  const { status, headers } = await browser.send('POST', '/saves');
  assert.deepEqual([status, headers.getSetCookie()], [200, []]);
  assert.equal((await browser.send('GET', '/api/session')).status, 401);
});

test('an answer that is sent piece by piece renews a session too', async (t) => {
  const { browser, server, statusAfter } = await setUp(t, { age: '10m' });
  const slow = addSlowRoute(server.routes, { isStreamed: true });
  t.mock.timers.tick(9 * MINUTE);
  await (await slow.begin(browser)).end();
  assert.equal(await statusAfter(9 * MINUTE), 200);
});

test('a request that would renew a session brings no cookie of one that has ended', async (t) => {
  const { browser, server } = await setUp(t, { age: '10m' });
  const slow = addSlowRoute(server.routes);
  t.mock.timers.tick(5 * MINUTE);
  const late = await slow.begin(browser.copy());
  await browser.signOut();
  assert.deepEqual((await late.end()).headers.getSetCookie(), []);
});
