import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { TestRequest } from 'ng-session-express/testing';

import { startTestApi } from '../testing/start-test-api.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { email: 'uma@example.com', password: 'demo-password' };

const foreign: Record<string, TestRequest> = {
  'another origin': { headers: { origin: 'https://evil.example.com' } },
  'an origin that begins like ours': { headers: { origin: 'http://localhost:4200.evil.test' } },
  'the origin null': { headers: { origin: 'null' } },
  'another site that hides its origin': {
    headers: { origin: null, 'sec-fetch-site': 'cross-site' },
  },
  'another origin of our site': { headers: { origin: null, 'sec-fetch-site': 'same-site' } },
  'a form': { body: 'a=b', headers: FORM },
  'a text that looks like JSON': { body: '{}', headers: { 'content-type': 'text/plain' } },
};
for (const [what, options] of Object.entries(foreign)) {
  test(`${what} can neither refresh, sign out nor sign in`, async (t) => {
    const browser = (await startTestApi(t)).tokenBrowser();
    await browser.signInByToken('uma@example.com');
    const before = browser.refreshToken;
    for (const path of ['refresh', 'sign-out', 'sign-in', 'Refresh/']) {
      const sent =
        path === 'sign-in' && options.body === undefined ? { json, ...options } : options;
      const { status, headers } = await browser.send('POST', `/api/token/${path}`, sent);
      assert.equal(status, 403, path);
      assert.deepEqual(headers.getSetCookie(), []);
    }
    assert.equal(browser.refreshToken, before);
    assert.equal((await browser.refresh()).status, 200, 'it was not used');
  });
}

for (const [what, options] of Object.entries<TestRequest>({
  'our origin': {},
  'our origin, with JSON': { json: {} },
  'where the API is': { headers: { origin: null, 'sec-fetch-site': 'same-origin' } },
})) {
  test(`a refresh from ${what} is taken`, async (t) => {
    const browser = (await startTestApi(t)).tokenBrowser();
    await browser.signInByToken('uma@example.com');
    assert.equal((await browser.refresh(options)).status, 200);
  });
}

test('a link can neither refresh nor sign out', async (t) => {
  const browser = (await startTestApi(t)).tokenBrowser();
  await browser.signInByToken('uma@example.com');
  for (const path of ['refresh', 'sign-out', 'sign-in']) {
    assert.equal((await browser.send('GET', `/api/token/${path}`)).status, 404);
  }
  assert.equal((await browser.refresh()).status, 200);
});

test('our app may send Authorization, and nobody else may', async (t) => {
  const browser = (await startTestApi(t)).browser();
  const preflight = (origin: string, path: string) =>
    browser.send('OPTIONS', path, {
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });
  for (const path of ['/api/articles', '/api/token/session', '/api/token/refresh']) {
    const ours = await preflight('http://localhost:4200', path);
    assert.equal(ours.status, 204);
    const header = (name: string) => ours.headers.get(`access-control-allow-${name}`) ?? '';
    assert.equal(header('origin'), 'http://localhost:4200');
    assert.equal(header('credentials'), 'true');
    const allowed = header('headers').toLowerCase().split(',');
    for (const name of ['authorization', 'content-type', 'x-xsrf-token']) {
      assert.ok(allowed.includes(name), name);
    }
    const others = await preflight('https://evil.example.com', path);
    assert.equal(others.headers.get('access-control-allow-origin'), null);
    assert.match(others.headers.get('vary') ?? '', /Origin/);
  }
});

test('every answer is for our app to read, and for no cache to keep', async (t) => {
  const browser = (await startTestApi(t)).tokenBrowser();
  const signIn = '/api/token/sign-in';
  const answers = [
    await browser.signInByToken('uma@example.com'),
    await browser.refresh(),
    await browser.ask('GET', '/api/token/session'),
    await browser.ask('GET', '/api/articles'),
    await browser.send('GET', '/api/token/session', { headers: { authorization: 'Bearer x' } }),
    await browser.send('POST', signIn, { json: { ...json, password: 'guess' } }),
    await browser.send('POST', signIn, { json: {} }),
    await browser.send('POST', signIn, {
      body: '{',
      headers: { 'content-type': 'application/json' },
    }),
    await browser.signOutByToken(),
    await browser.refresh(),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 403, 401, 401, 422, 400, 204, 401],
  );
  for (const { headers } of answers) {
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('access-control-allow-origin'), 'http://localhost:4200');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  }
});
