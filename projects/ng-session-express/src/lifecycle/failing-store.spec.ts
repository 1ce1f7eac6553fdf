import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';

import { SessionError } from '../session-error.ts';
import type { SessionStore } from '../stores/session-store.ts';
import { stores } from '../stores/stores.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import type { TestServer, TestServerOptions } from '../testing/start-test-server.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { regenerateSession } from './regenerate-session.ts';
import { startSession } from './start-session.ts';

type Method = 'read' | 'write' | 'touch' | 'destroy' | 'list' | 'revoke' | 'revokedAt';

const MINUTE = 60_000;
const CANARY = 'canary-of-the-database';

const away = (): Error => new SessionError('store-unavailable', 'Redis does not answer.');
const broken = (): Error => new TypeError(`password=${CANARY}\n    at ${CANARY}`);

const AWAY = { error: 'Sessions are out of reach. Try again.', code: 'store-unavailable' };
const BROKEN = { error: 'Something went wrong.' };

interface Failing {
  readonly server: TestServer;
  readonly browser: TestBrowser;
  /** Has a method reject, so many times, or, with `null`, work again. */
  fail(method: Method, reason: (() => Error) | null, times?: number): void;
}

/** Signs somebody in, with sessions in a store of which each method can be made to fail. */
async function setUp(t: TestContext, options: TestServerOptions = {}): Promise<Failing> {
  const reasons = new Map<Method, { readonly reason: () => Error; times: number }>();
  const server = await startTestServer(t, {
    store: (context) => {
      const kept = stores.memory()(context) as SessionStore & { list: object };
      return new Proxy(kept, {
        get: (target, name: Method) => {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== 'function') return value;
          return (...args: unknown[]) => {
            const failure = reasons.get(name);
            if (failure && failure.times-- > 0) return Promise.reject(failure.reason());
            return Reflect.apply(value, target, args) as unknown;
          };
        },
      });
    },
    ...options,
  });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  return {
    server,
    browser,
    fail: (method, reason, times = Infinity) =>
      void (reason ? reasons.set(method, { reason, times }) : reasons.delete(method)),
  };
}

const requests: readonly [Method, method: string, path: string, json?: object][] = [
  ['read', 'GET', '/api/session'],
  ['read', 'GET', '/own'],
  ['write', 'GET', '/api/session'],
  ['write', 'GET', '/own'],
  ['write', 'PUT', '/api/session/data', { a: 1 }],
  ['write', 'POST', '/api/users/sign-in', rightPassword(UMA)],
  ['destroy', 'POST', '/api/users/sign-in', rightPassword(UMA)],
  ['destroy', 'POST', '/api/users/sign-out'],
  ['list', 'GET', '/api/sessions'],
  ['list', 'DELETE', '/api/sessions/others'],
  ['revoke', 'DELETE', '/api/sessions/others'],
];
for (const [failing, method, path, json] of requests) {
  for (const [why, reason, status, body] of [
    ['is away', away, 503, AWAY],
    ['is broken', broken, 500, BROKEN],
  ] as const) {
    test(`${method} ${path} answers ${status} where ${failing} of the store ${why}, and goes on when it works again`, async (t) => {
      const { server, browser, fail } = await setUp(t);
      server.routes.get('/own', (_request, response) => {
        response.set('X-Own', CANARY).cookie('own', CANARY).type('html').send(CANARY);
      });
      const before = browser.cookieHeader;
      // The age of the session is to begin anew, which is a write.
      t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 10 * MINUTE });
      fail(failing, reason);
      const answer = await browser.send(method, path, { json });
      assert.equal(answer.status, status);
      assert.deepEqual(answer.body, body);
      assert.equal(answer.headers.get('retry-after'), status === 503 ? '1' : null);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.equal(browser.cookieHeader, before);
      assert.doesNotMatch(JSON.stringify([...answer.headers]) + answer.text, new RegExp(CANARY));
      assert.equal(server.log.length, 1);
      assert.match(
        server.log[0] ?? '',
        new RegExp(`^${method} ${path} failed: ng-session-express: `),
      );
      assert.doesNotMatch(server.log.join(), new RegExp(CANARY));

      fail(failing, null);
      assert.equal((await browser.send('GET', '/api/session/data')).status, 200);
      assert.ok((await browser.send(method, path, { json })).status < 300);
    });
  }
}

for (const failing of ['write', 'revokedAt', 'destroy'] as const) {
  test(`a guest keeps the session where ${failing} fails at the sign-in, and can sign in later`, async (t) => {
    const { server, fail } = await setUp(t);
    const signedIn = await server.session.sessions.list(UMA.id);
    const guest = server.browser();
    const cart = { cart: 'A lamp' };
    await guest.send('PUT', '/api/session/data', { json: cart });
    fail(failing, broken, 1);
    assert.equal((await guest.signIn(rightPassword(UMA))).status, 500);
    assert.deepEqual((await guest.send('GET', '/api/session/data')).body, cart);
    assert.equal((await guest.send('PUT', '/api/session/data', { json: cart })).status, 204);
    assert.deepEqual(await server.session.sessions.list(UMA.id), signedIn);
    assert.equal((await guest.signIn(rightPassword(UMA))).status, 204);
    assert.deepEqual((await guest.send('GET', '/api/session/data')).body, cart);
  });

  test(`a session goes on under its old id where ${failing} fails while it gets a new one`, async (t) => {
    const { server, browser, fail } = await setUp(t);
    server.routes.post('/promote', async (request, response) => {
      request.session.data['promoted'] = true;
      await regenerateSession(request);
      response.end();
    });
    const promote = async (): Promise<number> => (await browser.send('POST', '/promote')).status;
    fail(failing, broken, 1);
    assert.equal(await promote(), 500);
    assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
    assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
    assert.equal((await server.session.sessions.list(UMA.id)).length, 1);
    assert.equal(await promote(), 200);
    assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { promoted: true });
  });
}

test('an app that goes on after a sign-in that has failed has the session of before', async (t) => {
  const { server, fail } = await setUp(t);
  server.routes.post('/tries', async (request, response) => {
    const failed = await startSession(request, UMA).catch((error: unknown) => error);
    request.session.data['tried'] = true;
    response.json({ user: request.session.user, isFailure: failed instanceof SessionError });
  });
  const guest = server.browser();
  await guest.send('PUT', '/api/session/data', { json: { cart: 1 } });
  fail('write', broken, 1);
  const { body } = await guest.send('POST', '/tries');
  assert.deepEqual(body, { user: null, isFailure: true });
  assert.deepEqual((await guest.send('GET', '/api/session/data')).body, { cart: 1, tried: true });
});

for (const [method, path, reason] of [
  ['touch', '/reads', away],
  ['write', '/changes', away],
  ['write', '/changes', broken],
] as const) {
  test(`an answer that is under way is cut off where ${method} fails with ${reason.name}, and the server goes on`, async (t) => {
    const { server, browser, fail } = await setUp(t);
    server.routes.get(path, (request, response) => {
      response.write('first ');
      if (path === '/changes') request.session.data = { late: true };
      response.end('last');
    });
    fail(method, reason);
    await assert.rejects(browser.send('GET', path), /ECONNRESET/);
    fail(method, null);
    assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
    assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
    assert.equal(server.log.length, 1);
    assert.match(server.log[0] ?? '', new RegExp(`^GET ${path} failed: ng-session-express: `));
    assert.doesNotMatch(server.log.join(), new RegExp(CANARY));
  });
}

test('an answer that is under way can keep no change in a cookie, which is logged', async (t) => {
  const server = await startTestServer(t, { store: stores.cookie() });
  server.routes.get('/streamed', (request, response) => {
    response.write('first ');
    request.session.data = { late: true };
    response.end('last');
  });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  await assert.rejects(browser.send('GET', '/streamed'), /ECONNRESET/);
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
  assert.match(server.log.join(), /the answer has begun, and its cookie can not be changed/);
});

test('an answer that can not be sent is logged, and the server goes on', async (t) => {
  const { server, browser } = await setUp(t);
  server.routes.get('/wrong', (_request, response) => {
    response.statusCode = 1000;
    response.end();
  });
  await assert.rejects(browser.send('GET', '/wrong'), /ECONNRESET/);
  assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
  assert.match(server.log.join(), /^GET \/wrong failed: RangeError/);
});

test('a session that is too large for a cookie is answered with 413, and stays as it was', async (t) => {
  const server = await startTestServer(t, { store: stores.cookie() });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  const text = Array.from({ length: 900 }, (_, n) => String(n)).join(CANARY);
  const answer = await browser.send('PUT', '/api/session/data', {
    json: { text: text.slice(0, 9000) },
  });
  assert.equal(answer.status, 413);
  assert.deepEqual(answer.body, {
    error: 'The session would be too large.',
    code: 'session-too-large',
  });
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
});

test('a guest whose data does not fit beside a sign-in gets 413, and keeps the session', async (t) => {
  const server = await startTestServer(t, { store: stores.cookie() });
  const guest = server.browser();
  const cart = { cart: 'x'.repeat(2650) };
  assert.equal((await guest.send('PUT', '/api/session/data', { json: cart })).status, 204);
  const device = { 'user-agent': 'x'.repeat(256) };
  const { status, headers } = await guest.send('POST', '/api/users/sign-in', {
    json: rightPassword(UMA),
    headers: device,
  });
  assert.deepEqual([status, headers.getSetCookie()], [413, []]);
  assert.deepEqual((await guest.send('GET', '/api/session/data')).body, cart);
  assert.equal((await guest.send('PUT', '/api/session/data', { json: {} })).status, 204);
  assert.equal((await guest.signIn(rightPassword(UMA))).status, 204);
});

test('a failure of a session brings no half of its cookies', async (t) => {
  const server = await startTestServer(t, { store: stores.cookie() });
  server.routes.post('/lists', async (request, response) => {
    request.session.data['kept'] = true;
    await promisify(request.session.save.bind(request.session))();
    response.json(await server.session.sessions.list(UMA.id));
  });
  const { status, headers } = await server.browser().send('POST', '/lists');
  assert.deepEqual([status, headers.getSetCookie()], [501, []]);
});

test('a database of users that fails is answered with 500, and nothing of it is shown', async (t) => {
  let fails = false;
  const { server, browser } = await setUp(t, {
    findUser: () => (fails ? Promise.reject(broken()) : UMA),
  });
  fails = true;
  const answer = await browser.send('GET', '/api/session');
  assert.deepEqual([answer.status, answer.body], [500, BROKEN]);
  assert.match(server.log[0] ?? '', /^GET \/api\/session failed: TypeError\n/);
  assert.doesNotMatch(server.log.join(), new RegExp(CANARY));
  fails = false;
  assert.equal((await browser.send('GET', '/api/session')).status, 200);
});
