import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SessionError } from '../session-error.ts';
import { stores } from '../stores/stores.ts';
import { localStores } from '../testing/local-stores.ts';
import { ADA, rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { TestAnswer, TestBrowser } from '../testing/test-browser.ts';
import type { ActiveSession } from './session-collection.ts';

const MINUTE = 60_000;
const folder = await temporaryFolder();
const kinds = localStores(folder).filter(([name]) => name !== 'cookie');

async function listOf(browser: TestBrowser): Promise<readonly ActiveSession[]> {
  return (await browser.send('GET', '/api/sessions')).body as ActiveSession[];
}

function signInWith(browser: TestBrowser, device: string): Promise<TestAnswer> {
  return browser.send('POST', '/api/users/sign-in', {
    json: rightPassword(UMA),
    headers: { 'user-agent': device },
  });
}

for (const [name, make] of kinds) {
  test(`somebody sees their own sessions in ${name}, and which one asks`, async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const server = await startTestServer(t, { store: make() });
    const [phone, laptop, other] = [server.browser(), server.browser(), server.browser()];
    const signedInAt = new Date().toISOString();
    await signInWith(phone, 'A phone');
    t.mock.timers.tick(5 * MINUTE);
    await signInWith(laptop, 'A laptop');
    await other.signIn(rightPassword(ADA));
    await server.browser().send('PUT', '/api/session/data', { json: { userId: UMA.id } });

    const later = new Date().toISOString();
    const [first, second, ...more] = await listOf(laptop);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [first, second].map((one) => ({ ...one, id: '' })),
      [
        { id: '', device: 'A laptop', signedInAt: later, lastSeenAt: later, current: true },
        { id: '', device: 'A phone', signedInAt, lastSeenAt: signedInAt, current: false },
      ],
    );

    t.mock.timers.tick(5 * MINUTE);
    const [, again] = await listOf(phone);
    assert.deepEqual(again, { ...second, current: true }, 'this visit is not noted yet');
    const [now] = await listOf(phone);
    assert.deepEqual(now, { ...second, current: true, lastSeenAt: new Date().toISOString() });
    assert.equal((await listOf(other)).length, 1);
  });

  test(`a session in ${name} that somebody ends is signed out at its next request`, async (t) => {
    const server = await startTestServer(t, { store: make() });
    const [phone, laptop] = [server.browser(), server.browser()];
    await signInWith(phone, 'A phone');
    await signInWith(laptop, 'A laptop');
    const id = (await listOf(laptop)).find((one) => !one.current)?.id ?? '';
    assert.equal((await laptop.send('DELETE', `/api/sessions/${id}`)).status, 204);
    assert.equal((await phone.send('GET', '/api/session')).status, 401);
    assert.equal((await laptop.send('GET', '/api/session')).status, 200);
    assert.equal((await laptop.send('DELETE', `/api/sessions/${id}`)).status, 404);
    assert.equal((await listOf(laptop)).length, 1);
  });

  test(`somebody ends all their other sessions in ${name}, and nobody else's`, async (t) => {
    const server = await startTestServer(t, { store: make() });
    const browsers = [server.browser(), server.browser(), server.browser()] as const;
    for (const browser of browsers) await signInWith(browser, 'A device');
    const ada = server.browser();
    await ada.signIn(rightPassword(ADA));
    const [laptop, ...others] = browsers;
    assert.equal((await laptop.send('DELETE', '/api/sessions/others')).status, 204);
    for (const browser of others) {
      assert.equal((await browser.send('GET', '/api/session')).status, 401);
    }
    assert.equal((await laptop.send('GET', '/api/session')).status, 200);
    assert.equal((await ada.send('GET', '/api/session')).status, 200);
  });

  test(`nobody ends a session of somebody else in ${name}`, async (t) => {
    const server = await startTestServer(t, { store: make() });
    const [uma, ada] = [server.browser(), server.browser()];
    await uma.signIn(rightPassword(UMA));
    await ada.signIn(rightPassword(ADA));
    const [{ id } = { id: '' }] = await listOf(ada);
    const answer = await uma.send('DELETE', `/api/sessions/${id}`);
    assert.deepEqual([answer.status, answer.body], [404, { error: 'There is no such session.' }]);
    assert.equal((await ada.send('GET', '/api/session')).status, 200);
  });
}

test('the name of a session in the list is no session id, and lets nobody in', async (t) => {
  const server = await startTestServer(t);
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  const { text } = await browser.send('GET', '/api/sessions');
  const [{ value } = { value: '' }] = browser.cookies;
  const sessionId = /^s%3A([^.]+)\./.exec(value)?.[1] ?? '';
  assert.ok(sessionId.length > 20);
  assert.ok(!text.includes(sessionId));
  const [{ id } = { id: '' }] = await listOf(browser);
  for (const planted of [id, value.replace(sessionId, id)]) {
    const thief = server.browser();
    thief.setCookie(`sid=${planted}; Path=/`);
    assert.equal((await thief.send('GET', '/api/session')).status, 401);
  }
});

test('a session that ends itself by its name is signed out', async (t) => {
  const server = await startTestServer(t);
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  const [{ id } = { id: '' }] = await listOf(browser);
  const answer = await browser.send('DELETE', `/api/sessions/${id}`);
  assert.equal(answer.status, 204);
  assert.deepEqual(answer.headers.getSetCookie(), []);
  assert.equal((await browser.send('GET', '/api/session')).status, 401);
});

test('an app ends all sessions of a user, such as after a new password, but one', async (t) => {
  const server = await startTestServer(t);
  server.routes.post('/password', async (request, response) => {
    await server.session.sessions.revokeAll(UMA.id, request.sessionID);
    response.json(await server.session.sessions.list(UMA.id));
  });
  const [here, there] = [server.browser(), server.browser()];
  await here.signIn(rightPassword(UMA));
  await there.signIn(rightPassword(UMA));
  const { body } = await here.send('POST', '/password');
  assert.deepEqual(
    (body as ActiveSession[]).map(({ current }) => current),
    [false],
  );
  assert.equal((await there.send('GET', '/api/session')).status, 401);
  assert.equal((await here.send('GET', '/api/session')).status, 200);
  await server.session.sessions.revokeAll(UMA.id);
  assert.equal((await here.send('GET', '/api/session')).status, 401);
});

test('a shorter time counts for sessions that are there already', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const store = stores.sqlite({ file: `${folder}/shorter.sqlite` });
  const before = await startTestServer(t, { store });
  const browser = before.browser();
  await browser.signIn(rightPassword(UMA));
  t.mock.timers.tick(30 * MINUTE);
  const after = await startTestServer(t, { store, absoluteAge: '30m' });
  assert.equal((await before.session.sessions.list(UMA.id)).length, 1);
  assert.deepEqual(await after.session.sessions.list(UMA.id), []);
  const again = browser.copy({ url: after.url });
  assert.equal((await again.send('GET', '/api/session')).status, 401);
});

test('a session whose time is over is not listed', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const server = await startTestServer(t, { age: '10m', absoluteAge: '12m' });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  t.mock.timers.tick(9 * MINUTE);
  await browser.send('GET', '/api/session');
  assert.equal((await server.session.sessions.list(UMA.id)).length, 1);
  t.mock.timers.tick(3 * MINUTE);
  assert.deepEqual(await server.session.sessions.list(UMA.id), []);
});

test('what a browser calls itself is kept up to a length', async (t) => {
  const server = await startTestServer(t);
  const browser = server.browser();
  await signInWith(browser, 'x'.repeat(1000));
  assert.equal((await listOf(browser))[0]?.device, 'x'.repeat(256));
});

for (const [method, path] of [
  ['GET', '/api/sessions'],
  ['DELETE', '/api/sessions/others'],
  ['DELETE', '/api/sessions/any'],
] as const) {
  test(`${method} ${path} is for who is signed in, and 501 where the store can not tell`, async (t) => {
    const server = await startTestServer(t, { store: stores.cookie() });
    const browser = server.browser();
    assert.equal((await browser.send(method, path)).status, 401);
    await browser.signIn(rightPassword(UMA));
    const answer = await browser.send(method, path);
    assert.equal(answer.status, 501);
    assert.deepEqual(answer.body, {
      error: 'The store of this server can not do that.',
      code: 'not-supported',
    });
    await assert.rejects(
      server.session.sessions.list(UMA.id),
      (error) => error instanceof SessionError && error.code === 'not-supported',
    );
    assert.equal((await browser.send('GET', '/api/session')).status, 200);
  });
}
