import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { stores } from '../stores/stores.ts';
import { localStores } from '../testing/local-stores.ts';
import { ADA, rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { isLate } from './note-end.ts';
import { regenerateSession } from './regenerate-session.ts';

const MINUTE = 60_000;
const kinds = localStores(await temporaryFolder());

const cases: [since: number, expected: boolean][] = [
  [0, true],
  [MINUTE - 1, true],
  [MINUTE, false],
  // A server whose clock is ahead.
  [-MINUTE, true],
];
for (const [since, expected] of cases) {
  test(`a request ${since} ms after the end of its session is ${expected ? '' : 'not '}late`, () => {
    assert.equal(isLate(1000, 1000 + since), expected);
  });
}

for (const [name, make] of kinds) {
  test(`a late request of a session in ${name} stores nothing, and brings no cookie`, async (t) => {
    const server = await startTestServer(t, { store: make() });
    server.routes.post('/changes', (request, response) => {
      request.session.data = { hers: true };
      request.flash('hers', true);
      response.end();
    });
    server.routes.get('/streams', (request, response) => {
      request.session.data = { hers: true };
      response.write('first ');
      response.end('last');
    });
    server.routes.post('/saves', async (request, response) => {
      request.session.data = { hers: true };
      await promisify(request.session.save.bind(request.session))();
      response.end();
    });
    server.routes.post('/renews', async (request, response) => {
      request.session.data = { hers: true };
      await regenerateSession(request);
      response.end();
    });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    const tab = browser.copy();
    await browser.signOut();
    const sent = tab.cookieHeader;
    const json = { hers: true };
    for (const [method, path, status] of [
      ['PUT', '/api/session/data', 409],
      ['POST', '/changes', 200],
      ['GET', '/streams', 200],
      ['POST', '/saves', 200],
      ['POST', '/renews', 200],
      ['GET', '/api/session', 401],
      ['GET', '/api/session/data', 200],
      ['POST', '/api/users/sign-out', 204],
    ] as const) {
      const answer = await tab.send(method, path, method === 'PUT' ? { json } : {});
      assert.equal(answer.status, status, path);
      assert.deepEqual(answer.headers.getSetCookie(), [], path);
    }
    assert.equal(tab.cookieHeader, sent);
    assert.deepEqual(server.log, []);
  });

  test(`whoever still has the cookie of a dead session in ${name} can sign in`, async (t) => {
    const server = await startTestServer(t, { store: make() });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    const tab = browser.copy();
    await browser.signOut();
    assert.equal((await tab.signIn(rightPassword(ADA))).status, 204);
    assert.deepEqual((await tab.send('GET', '/api/session')).body, ADA);
    await tab.send('PUT', '/api/session/data', { json: { cart: 1 } });
    assert.deepEqual((await tab.send('GET', '/api/session/data')).body, { cart: 1 });
  });

  test(`whoever still has it a minute later, in ${name}, begins anew`, async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const server = await startTestServer(t, { store: make() });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    const tab = browser.copy();
    await browser.signOut();
    const dead = tab.cookieHeader;
    const put = async (): Promise<number> =>
      (await tab.send('PUT', '/api/session/data', { json: { cart: 1 } })).status;
    t.mock.timers.tick(MINUTE - 1);
    assert.equal(await put(), 409);
    t.mock.timers.tick(1);
    assert.equal(await put(), 204);
    assert.notEqual(tab.cookieHeader, dead);
    assert.deepEqual((await tab.send('GET', '/api/session/data')).body, { cart: 1 });
  });

  test(`a visitor without a sign-in goes on at once after a sign-out, in ${name}`, async (t) => {
    const browser = (await startTestServer(t, { store: make() })).browser();
    await browser.signIn(rightPassword(UMA));
    await browser.signOut();
    await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
    assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { cart: 1 });
  });
}

test('a sign-out with the cookie of before ends what its session has become', async (t) => {
  for (const [, make] of kinds) {
    const server = await startTestServer(t, { store: make() });
    server.routes.post('/promote', async (request, response) => {
      await regenerateSession(request);
      response.end();
    });
    const browser = server.browser();
    await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
    const late = browser.copy();
    await browser.signIn(rightPassword(UMA));
    await browser.send('POST', '/promote');
    const lost = browser.copy();
    assert.equal((await browser.send('GET', '/api/session')).status, 200);
    assert.equal((await late.signOut()).status, 204);
    assert.equal((await lost.send('GET', '/api/session')).status, 401);
  }
});

for (const [name, make] of kinds) {
  test(`a cookie that somebody has planted ends nothing a minute after the sign-in, in ${name}`, async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const server = await startTestServer(t, { store: make() });
    const planter = server.browser();
    await planter.send('PUT', '/api/session/data', { json: { planted: true } });
    const browser = planter.copy();
    await browser.signIn(rightPassword(UMA));
    t.mock.timers.tick(MINUTE);
    assert.equal((await planter.copy().signOut()).status, 204);
    assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
  });

  test(`a late sign-out of one person ends no session of another, in ${name}`, async (t) => {
    const server = await startTestServer(t, { store: make() });
    server.routes.get('/leave', (request, response) => {
      Object.assign(request, { session: null });
      response.end();
    });
    const browser = server.browser();
    await browser.signIn(rightPassword(UMA));
    const [late, stale] = [browser.copy(), browser.copy()];
    await browser.signIn(rightPassword(ADA));
    assert.equal((await late.signOut()).status, 204);
    assert.equal((await stale.send('GET', '/leave')).status, 200);
    assert.deepEqual((await browser.send('GET', '/api/session')).body, ADA);
  });
}

test('a session that express-session begins after a sign-in is none of who was signed in', async (t) => {
  const server = await startTestServer(t);
  server.routes.post('/renew', async (request, response) => {
    await promisify(request.session.regenerate.bind(request.session))();
    request.session.data = { next: true };
    response.end();
  });
  const next = async (signsIn: boolean): Promise<unknown> => {
    const browser = server.browser();
    await browser.send('PUT', '/api/session/data', { json: { first: true } });
    if (signsIn) await browser.signIn(rightPassword(UMA));
    const late = browser.copy();
    await browser.send('POST', '/renew');
    await late.signOut();
    return (await browser.send('GET', '/api/session/data')).body;
  };
  assert.deepEqual(await next(true), { next: true });
  assert.deepEqual(await next(false), {}, 'that of a guest goes on');
});

test('whoever has the cookie of a session that is over by a shorter absoluteAge begins anew at once', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const database = new DatabaseSync(':memory:');
  const store = stores.sqlite({ database });
  const before = await startTestServer(t, { store, absoluteAge: '1d' });
  const browser = before.browser();
  await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
  t.mock.timers.tick(2 * MINUTE);
  const { url } = await startTestServer(t, { store, absoluteAge: '1m' });
  const later = browser.copy({ url });
  assert.deepEqual((await later.send('GET', '/api/session/data')).body, {});
  const json = { cart: 2 };
  assert.equal((await later.send('PUT', '/api/session/data', { json })).status, 204);
  assert.deepEqual((await later.send('GET', '/api/session/data')).body, json);
});
