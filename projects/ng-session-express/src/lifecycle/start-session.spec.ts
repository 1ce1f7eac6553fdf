import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addSlowRoute } from '../testing/slow-route.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import type { TestBrowser } from '../testing/test-browser.ts';
import { carriedData } from './carry-along.ts';
import { endSession } from './end-session.ts';
import { regenerateSession } from './regenerate-session.ts';
import { startSession } from './start-session.ts';

const data = { cart: [1] };

const cases: [string, Parameters<typeof carriedData>[0], object][] = [
  ['an anonymous session', { data }, data],
  ['an anonymous session without data', {}, {}],
  ['a session of the same user', { userId: 1, data }, data],
  ['a session of somebody else', { userId: 2, data }, {}],
  ['a session of the same user, whose id was a text', { userId: '1', data }, data],
  ['a session of what is no user', { userId: null, data }, {}],
];
for (const [before, session, expected] of cases) {
  test(`a sign-in after ${before} takes ${JSON.stringify(expected)} along`, () => {
    assert.deepEqual(carriedData(session, 1), expected);
  });
}

test('what comes during the sign-in is taken along too', async (t) => {
  const other = Promise.withResolvers<TestBrowser>();
  const server = await startTestServer(t, {
    signIn: async () => {
      const tab = await other.promise;
      await tab.send('PUT', '/api/session/data', { json: { cart: ['tea', 'cup'] } });
      return UMA;
    },
  });
  const browser = server.browser();
  await browser.send('PUT', '/api/session/data', { json: { cart: ['tea'] } });
  other.resolve(browser.copy());
  assert.equal((await browser.signIn(rightPassword(UMA))).status, 204);
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { cart: ['tea', 'cup'] });
});

test('a session that has ended during the sign-in takes nothing along', async (t) => {
  const other = Promise.withResolvers<TestBrowser>();
  const server = await startTestServer(t, {
    signIn: async () => {
      await (await other.promise).signOut();
      return UMA;
    },
  });
  const browser = server.browser();
  await browser.send('PUT', '/api/session/data', { json: { cart: ['tea'] } });
  other.resolve(browser.copy());
  assert.equal((await browser.signIn(rightPassword(UMA))).status, 204);
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
});

test('an app signs in, renews and signs out by a way of its own', async (t) => {
  const server = await startTestServer(t);
  server.routes.get('/callback', async (request, response) => {
    await startSession(request, UMA);
    response.redirect('http://localhost:4200/');
  });
  server.routes.post('/promote', async (request, response) => {
    request.session.data['promoted'] = true;
    await regenerateSession(request);
    response.json(request.session.user);
  });
  server.routes.post('/leave', async (request, response) => {
    await endSession(request, response);
    response.end();
  });
  const browser = server.browser();
  await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
  const planted = browser.copy();
  assert.equal((await browser.send('GET', '/callback')).status, 302);
  assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
  assert.deepEqual((await planted.send('GET', '/api/session/data')).body, {});

  const before = browser.copy();
  assert.deepEqual((await browser.send('POST', '/promote')).body, UMA);
  assert.notEqual(browser.cookieHeader, before.cookieHeader);
  assert.equal((await before.send('GET', '/api/session')).status, 401);
  assert.deepEqual((await browser.send('GET', '/api/session')).body, UMA);
  const { body } = await browser.send('GET', '/api/session/data');
  assert.deepEqual(body, { cart: 1, promoted: true });

  const after = browser.copy();
  await browser.send('POST', '/leave');
  assert.deepEqual(browser.cookies, []);
  assert.equal((await after.send('GET', '/api/session')).status, 401);
});

test('a session that begins and ends in one request is not there after it', async (t) => {
  const server = await startTestServer(t);
  server.routes.post('/both', async (request, response) => {
    await startSession(request, UMA);
    await endSession(request, response);
    response.json({ hasSession: 'session' in request });
  });
  const browser = server.browser();
  assert.deepEqual((await browser.send('POST', '/both')).body, { hasSession: false });
  assert.deepEqual(browser.cookies, []);
  assert.deepEqual(await server.session.sessions.list(UMA.id), []);
});

test('who renews a session by express-session itself begins one of nobody', async (t) => {
  const server = await startTestServer(t);
  server.routes.post('/renew', (request, response) => {
    request.session.regenerate(() => response.json({ user: request.session.user }));
  });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  assert.deepEqual((await browser.send('POST', '/renew')).body, { user: null });
  assert.equal((await browser.send('GET', '/api/session')).status, 401);
});

test('a new id loses nothing that another request has changed meanwhile', async (t) => {
  const server = await startTestServer(t);
  const slow = addSlowRoute(server.routes, {
    work: (request) => {
      request.session.data['mine'] = 1;
      return regenerateSession(request);
    },
  });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  const request = await slow.begin(browser);
  await browser.send('PUT', '/api/session/data', { json: { theirs: 2 } });
  await request.end();
  const { body } = await browser.send('GET', '/api/session/data');
  assert.deepEqual(body, { mine: 1, theirs: 2 });
});

test('a user without an id is a fault of the app, and nobody is signed in', async (t) => {
  const server = await startTestServer(t, { signIn: () => ({ name: 'Nobody' }) });
  const browser = server.browser();
  assert.equal((await browser.signIn(rightPassword(UMA))).status, 500);
  assert.deepEqual(browser.cookies, []);
  assert.match(server.log.join(), /a user needs an id/);
});

for (const nobody of [null, undefined] as const) {
  test(`${nobody} of signIn or findUser is nobody`, async (t) => {
    let isGone = false;
    const server = await startTestServer(t, {
      signIn: ({ email }) => (email === UMA.email ? UMA : (nobody as null)),
      findUser: () => (isGone ? (nobody as null) : UMA),
    });
    const browser = server.browser();
    assert.equal((await browser.signIn({ email: 'x', password: 'x' })).status, 401);
    assert.equal((await browser.signIn(rightPassword(UMA))).status, 204);
    isGone = true;
    assert.equal((await browser.send('GET', '/api/session')).status, 401);
    assert.equal((await browser.send('PUT', '/api/session')).status, 401);
  });
}

test('messages for nobody wait for who signs in, those for somebody else do not', async (t) => {
  const ada = { ...UMA, id: 1 };
  const server = await startTestServer(t, {
    signIn: ({ email }) => (email === UMA.email ? UMA : ada),
    findUser: (id) => (id === UMA.id ? UMA : ada),
  });
  server.routes.post('/tell', (request, response) => {
    request.flash('hint', 'Sign in to order.');
    response.status(204).end();
  });
  const browser = server.browser();
  await browser.send('POST', '/tell');
  await browser.signIn(rightPassword(UMA));
  const flash = async (): Promise<unknown> =>
    ((await browser.send('GET', '/api/session')).body as { flash?: unknown }).flash;
  assert.deepEqual(await flash(), { hint: 'Sign in to order.' });
  await browser.send('POST', '/tell');
  await browser.signIn({ ...rightPassword(UMA), email: 'ada@example.com' });
  assert.equal(await flash(), undefined);
});
