import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';

import { decodeJwt } from 'jose';

import { demoAccount } from '../testing/demo-account.ts';
import { startTestApi } from '../testing/start-test-api.ts';

const TOKENS = { age: 300_000, refreshAge: 3_600_000, refreshGrace: 10_000 };
const SECRET = 'a-secret-of-this-test-that-is-long-enough';

test('a sign-in answers with a JWT, and sets the refresh token where no script reads it', async (t) => {
  const browser = (await startTestApi(t)).tokenBrowser();
  const { status, headers, body } = await browser.signInByToken(' Uma@Example.com ');
  assert.equal(status, 200);
  assert.deepEqual(Object.keys(body as object), ['token']);
  const { sub, name, roles, iat = 0, exp = 0 } = decodeJwt(browser.token);
  assert.deepEqual([sub, name, roles, exp - iat], ['3', 'Uma User', ['user'], 300]);
  const [cookie = '', ...others] = headers.getSetCookie();
  assert.deepEqual(others, [], 'no session begins');
  const attributes = cookie
    .split('; ')
    .slice(1)
    .filter((one) => !one.startsWith('Expires'));
  assert.match(cookie, /^demo\.refresh=[\w-]{22}\.[\w-]{43};/);
  assert.match(attributes.shift() ?? '', /^Max-Age=25(92000|91999)$/);
  assert.deepEqual(attributes, ['Path=/api/token', 'HttpOnly', 'SameSite=Lax']);
});

test('in production no subdomain can plant a refresh cookie', async (t) => {
  const api = await startTestApi(t, { production: true, sessionSecrets: [SECRET] });
  const { headers } = await api.tokenBrowser().signOutByToken();
  const [cookie = ''] = headers.getSetCookie();
  assert.match(cookie, /^__Host-demo\.refresh=;/);
  // What browsers ask of the prefix; without it the cookie would be dropped.
  assert.match(cookie, /; Path=\/;/);
  assert.match(cookie, /; Secure/);
  assert.doesNotMatch(cookie, /Domain/);
});

const invalid: [unknown, string[]][] = [
  [undefined, ['email', 'password']],
  [[], ['email', 'password']],
  [{ email: 'uma@example.com' }, ['password']],
  [{ email: { $ne: '' }, password: ' ' }, ['email', 'password']],
  [{ email: 'x'.repeat(255), password: 'x'.repeat(255) }, ['email', 'password']],
];
for (const [json, fields] of invalid) {
  test(`${inspect(json).slice(0, 40)} gets what the sign-in by a session answers: 422`, async (t) => {
    const api = await startTestApi(t);
    const browser = api.tokenBrowser();
    const answer = await browser.send('POST', '/api/token/sign-in', { json });
    const other = await browser.send('POST', '/api/users/sign-in', { json });
    assert.equal(answer.status, 422);
    assert.deepEqual(Object.keys((answer.body as { errors: object }).errors), fields);
    assert.deepEqual(answer.body, other.body);
    assert.deepEqual(api.passwords.verified, []);
  });
}

test('a wrong password and an unknown account can not be told apart', async (t) => {
  const api = await startTestApi(t);
  const wrong = await api.tokenBrowser().signInByToken('uma@example.com', 'guess');
  const unknown = await api.tokenBrowser().signInByToken('nobody@example.com', 'guess');
  assert.deepEqual([wrong.status, wrong.headers.getSetCookie()], [401, []]);
  assert.deepEqual([unknown.status, unknown.text], [wrong.status, wrong.text]);
  assert.equal(api.passwords.verified.length, 2, 'a hash is verified for both');
});

for (const [limit, perAddress, perAccount] of [
  ['address', 2, 100],
  ['account', 100, 2],
] as const) {
  for (const sessionDriver of ['sqlite', 'memory', 'cookie']) {
    test(`failed sign-ins of one ${limit} are counted, with ${sessionDriver}`, async (t) => {
      const signInLimits = { window: 60_000, perAddress, perAccount };
      const api = await startTestApi(t, { signInLimits, sessionDriver });
      const browser = api.tokenBrowser();
      // In other letters and widths it is the same account.
      for (const email of ['UMA@example.com', 'uma@ｅxample.com']) {
        assert.equal((await browser.signInByToken(email, 'guess')).status, 401);
      }
      const { status, headers } = await browser.signInByToken('uma@example.com');
      assert.equal(status, 429);
      assert.ok(Number(headers.get('retry-after')) > 0);
    });
  }

  test(`both kinds of sign-in count together for one ${limit}`, async (t) => {
    const api = await startTestApi(t, {
      signInLimits: { window: 60_000, perAddress, perAccount },
    });
    const browser = api.tokenBrowser();
    assert.equal((await browser.signInByToken('uma@example.com', 'guess')).status, 401);
    assert.equal((await browser.signIn(demoAccount('uma@example.com', 'guess'))).status, 401);
    assert.equal((await browser.signIn(demoAccount('uma@example.com'))).status, 429);
    assert.equal((await browser.signInByToken('uma@example.com')).status, 429);
  });
}

test('a refresh gives another JWT and another refresh token', async (t) => {
  const browser = (await startTestApi(t)).tokenBrowser();
  await browser.signInByToken('uma@example.com');
  const before = [browser.token, browser.refreshToken];
  const { status, body } = await browser.refresh();
  assert.equal(status, 200);
  assert.deepEqual(Object.keys(body as object), ['token']);
  assert.notEqual(browser.token, before[0]);
  assert.notEqual(browser.refreshToken, before[1]);
  assert.equal((await browser.ask('GET', '/api/token/session')).status, 200);
});

for (const token of ['', 'canary', 'a.b', '%2e']) {
  test(`no refresh with "${token}"`, async (t) => {
    const browser = (await startTestApi(t)).tokenBrowser();
    if (token !== '') browser.refreshToken = token;
    const { status, headers, text } = await browser.refresh();
    assert.deepEqual([status, headers.getSetCookie()], [401, []]);
    assert.equal(text.includes('canary'), false);
  });
}

test('a JWT is no refresh token, and a refresh token is no JWT', async (t) => {
  const browser = (await startTestApi(t)).tokenBrowser();
  await browser.signInByToken('uma@example.com');
  const { token, refreshToken } = browser;
  browser.token = refreshToken;
  assert.equal((await browser.ask('GET', '/api/token/session')).status, 401);
  browser.refreshToken = token;
  assert.equal((await browser.refresh()).status, 401);
});

test('a stolen refresh token ends the sign-in, also for the thief, and for nobody else', async (t) => {
  const api = await startTestApi(t, { tokens: { ...TOKENS, refreshGrace: 0 } });
  const [uma, elsewhere, eli] = [api.tokenBrowser(), api.tokenBrowser(), api.tokenBrowser()];
  await uma.signInByToken('uma@example.com');
  await elsewhere.signInByToken('uma@example.com');
  await eli.signInByToken('eli@example.com');
  const thief = api.tokenBrowser();
  thief.refreshToken = uma.refreshToken;
  assert.equal((await thief.refresh()).status, 200);
  assert.equal((await uma.refresh()).status, 401);
  assert.equal((await thief.refresh()).status, 401);
  assert.deepEqual(api.log, ['A refresh token of user 3 was used twice. Its sign-in was ended.']);
  for (const other of [elsewhere, eli]) assert.equal((await other.refresh()).status, 200);
});

test('two tabs that refresh at once both go on, with one refresh token', async (t) => {
  const api = await startTestApi(t);
  const browser = api.tokenBrowser();
  await browser.signInByToken('uma@example.com');
  const tabs = Array.from({ length: 5 }, () => api.tokenBrowser());
  for (const tab of tabs) tab.refreshToken = browser.refreshToken;
  const answers = await Promise.all(tabs.map((tab) => tab.refresh()));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200, 200],
  );
  assert.equal(new Set(tabs.map(({ refreshToken }) => refreshToken)).size, 1);
  assert.equal(new Set(tabs.map(({ token }) => token)).size, 5);
  assert.equal((await tabs[0]?.refresh())?.status, 200);
});

test('a sign-out ends the sign-in, by the cookie alone', async (t) => {
  const api = await startTestApi(t);
  const [browser, other] = [api.tokenBrowser(), api.tokenBrowser()];
  await browser.signInByToken('uma@example.com');
  await other.signInByToken('uma@example.com');
  const kept = browser.refreshToken;
  const answer = await browser.signOutByToken({ headers: { authorization: 'Bearer ended' } });
  assert.deepEqual([answer.status, answer.text], [204, '']);
  assert.match(answer.headers.getSetCookie().join(), /^demo\.refresh=;.*Path=\/api\/token/);
  assert.equal(browser.refreshToken, '');
  browser.refreshToken = kept;
  assert.equal((await browser.refresh()).status, 401);
  assert.equal((await other.refresh()).status, 200);
  assert.equal((await api.tokenBrowser().signOutByToken()).status, 204, 'also for nobody');
});

test('a refresh does not look at the JWT, which may have ended', async (t) => {
  const browser = (await startTestApi(t)).tokenBrowser();
  await browser.signInByToken('uma@example.com');
  const headers = { authorization: 'Bearer ended' };
  assert.equal((await browser.refresh({ headers })).status, 200);
});

test('the user is who the database knows now, not who the token tells of', async (t) => {
  const api = await startTestApi(t);
  const [ada, uma] = [api.tokenBrowser(), api.tokenBrowser()];
  await ada.signInByToken('ada@example.com');
  await uma.signInByToken('uma@example.com');
  const session = async (): Promise<unknown> => (await uma.ask('GET', '/api/token/session')).body;
  assert.deepEqual(await session(), {
    id: 3,
    name: 'Uma User',
    email: 'uma@example.com',
    roles: ['user'],
  });
  assert.equal((await uma.ask('GET', '/api/articles')).status, 403);
  const json = { roles: ['editor'] };
  assert.equal((await ada.ask('PUT', '/api/users/3/roles', { json })).status, 204);
  assert.deepEqual(((await session()) as { roles: string[] }).roles, ['editor']);
  assert.equal((await uma.ask('GET', '/api/articles')).status, 200);
  assert.equal((await uma.ask('PUT', '/api/token/session')).status, 204);
  await uma.refresh();
  assert.deepEqual(decodeJwt(uma.token)['roles'], ['editor']);
});

test('nobody gets 401 with the scheme to use', async (t) => {
  const browser = (await startTestApi(t)).browser();
  await browser.signIn(demoAccount('uma@example.com'));
  for (const method of ['GET', 'PUT']) {
    const { status, headers } = await browser.send(method, '/api/token/session');
    assert.deepEqual([status, headers.get('www-authenticate')], [401, 'Bearer']);
  }
});
