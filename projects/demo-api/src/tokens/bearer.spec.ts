import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import { demoAccount } from '../testing/demo-account.ts';
import { startTestApi } from '../testing/start-test-api.ts';
import type { TokenBrowser } from '../testing/token-browser.ts';
import { bearerOf } from './bearer-of.ts';

const read: [string | undefined, string | null][] = [
  [undefined, null],
  ['', null],
  ['Basic dW1h', null],
  ['Bearers a.b.c', null],
  ['Bearer a.b.c', 'a.b.c'],
  [' bearer   a.b.c ', 'a.b.c'],
  ['BEARER a, b', 'a, b'],
  ['Bearer', ''],
];
for (const [authorization, token] of read) {
  test(`"${authorization ?? ''}" is the bearer ${JSON.stringify(token)}`, () => {
    assert.equal(bearerOf(authorization === undefined ? {} : { authorization }), token);
  });
}

/** Uma by a token, and Ada by a session, in one browser. */
async function both(t: TestContext): Promise<TokenBrowser> {
  const browser = (await startTestApi(t)).tokenBrowser();
  await browser.signInByToken('uma@example.com');
  await browser.signIn(demoAccount('ada@example.com'));
  return browser;
}

for (const [email, articles, users] of [
  ['ada@example.com', 200, 200],
  ['eli@example.com', 200, 403],
  ['uma@example.com', 403, 403],
] as const) {
  test(`the roles of ${email} are the same with a token`, async (t) => {
    const browser = (await startTestApi(t)).tokenBrowser();
    await browser.signInByToken(email);
    assert.equal((await browser.ask('GET', '/api/articles')).status, articles);
    assert.equal((await browser.ask('GET', '/api/users')).status, users);
    assert.equal((await browser.send('GET', '/api/users')).status, 401, 'the cookie is no sign-in');
  });
}

test('a change by a token needs no XSRF token, and changes its user', async (t) => {
  const browser = (await startTestApi(t)).tokenBrowser();
  await browser.signInByToken('uma@example.com');
  const json = { name: 'Uma Renamed' };
  assert.equal((await browser.ask('PATCH', '/api/users/me', { json })).status, 204);
  const { body, headers } = await browser.ask('GET', '/api/token/session');
  assert.equal((body as { name: string }).name, 'Uma Renamed');
  assert.deepEqual(headers.getSetCookie(), []);
});

test('with a bearer and a session, the bearer alone counts', async (t) => {
  const browser = await both(t);
  assert.equal((await browser.ask('GET', '/api/users')).status, 403);
  assert.equal((await browser.send('GET', '/api/users')).status, 200);
  const headers = { 'x-xsrf-token': null };
  const json = { name: 'Uma Renamed' };
  assert.equal((await browser.ask('PATCH', '/api/users/me', { json, headers })).status, 204);
  const ada = await browser.send('GET', '/api/session');
  assert.equal((ada.body as { name: string }).name, 'Ada Admin');
});

for (const authorization of ['Bearer', 'Bearer ', 'bearer x', 'Bearer a.b.c', 'BEARER a b']) {
  test(`"${authorization}" does not fall back to the session`, async (t) => {
    const browser = await both(t);
    for (const path of ['/api/users', '/api/articles', '/api/token/session']) {
      const { status, headers } = await browser.send('GET', path, { headers: { authorization } });
      assert.equal(status, 401, path);
      assert.equal(headers.get('www-authenticate'), 'Bearer error="invalid_token"');
      assert.deepEqual(headers.getSetCookie(), []);
    }
  });
}

test('a session still needs its XSRF token, and no other scheme spares it', async (t) => {
  const browser = await both(t);
  for (const authorization of [null, 'Basic dW1hOnVtYQ==']) {
    const headers = { authorization, 'x-xsrf-token': null };
    const answer = await browser.send('PATCH', '/api/users/me', { json: { name: 'x' }, headers });
    assert.equal(answer.status, 403);
  }
});

test('a token counts in its header only', async (t) => {
  const browser = (await startTestApi(t)).tokenBrowser();
  await browser.signInByToken('ada@example.com');
  const { token } = browser;
  for (const name of ['token', 'access_token']) browser.setCookie(`${name}=${token}; Path=/`);
  const path = `/api/users?token=${token}&access_token=${token}`;
  assert.equal((await browser.send('GET', path)).status, 401);
});

test('the routes of sessions know no bearer: they neither show, change nor end a session', async (t) => {
  const browser = await both(t);
  const { cookies } = browser;
  for (const [method, path] of [
    ['GET', '/api/session'],
    ['PUT', '/api/session'],
    ['PUT', '/api/session/data'],
    ['GET', '/api/sessions'],
    ['POST', '/api/users/sign-in'],
    ['POST', '/api/users/sign-out'],
    ['POST', '/API/Users/Sign-Out'],
  ] as const) {
    const options = method === 'GET' ? {} : { json: {} };
    const { status, headers } = await browser.ask(method, path, options);
    assert.equal(status, 404, path);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('access-control-allow-origin'), 'http://localhost:4200');
  }
  assert.deepEqual(browser.cookies, cookies);
  assert.equal((await browser.send('GET', '/api/session')).status, 200);
});

test('a user who is gone is nobody, though the token has not ended', async (t) => {
  const api = await startTestApi(t);
  const browser = api.tokenBrowser();
  await browser.signInByToken('uma@example.com');
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(api.config.databaseFile);
  database.exec('DELETE FROM users WHERE id = 3');
  database.close();
  for (const path of ['/api/token/session', '/api/articles']) {
    assert.equal((await browser.ask('GET', path)).status, 401);
  }
  assert.equal((await browser.refresh()).status, 401);
});
