import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestApi } from '../testing/start-test-api.ts';

const attributes = (cookie: string): string[] => cookie.split('; ').slice(1).sort();

test('cookie flags: scripts cannot read the cookie and other sites do not send it', async (t) => {
  const browser = (await startTestApi(t)).browser();
  const [cookie = '', ...more] = (await browser.signIn('uma@example.com')).headers.getSetCookie();
  assert.deepEqual(more, []);
  assert.match(cookie, /^demo\.sid=/);
  const flags = attributes(cookie).filter((flag) => !flag.startsWith('Expires='));
  assert.deepEqual(flags, ['HttpOnly', 'Path=/', 'SameSite=Lax']);
});

test('cookie flags: in production the cookie is Secure and bound to the host', async (t) => {
  const api = await startTestApi(t, { production: false });
  await api.stop();
  const { databaseFile, ...config } = api.config;
  const production = await startTestApi(t, {
    ...config,
    databaseFile: `${databaseFile}.production`,
    production: true,
    trustProxy: 1,
  });
  const put = (scheme: string): Promise<{ headers: Headers }> =>
    production.browser().send('PUT', '/api/session/data', {
      json: { a: 1 },
      headers: { 'x-forwarded-proto': scheme },
    });

  const [cookie = ''] = (await put('https')).headers.getSetCookie();
  assert.match(cookie, /^__Host-demo\.sid=/);
  const flags = attributes(cookie).filter((flag) => !flag.startsWith('Expires='));
  assert.deepEqual(flags, ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  assert.deepEqual((await put('http')).headers.getSetCookie(), [], 'never without HTTPS');
});

test('the cookie is renewed by each request and removed by the sign-out', async (t) => {
  const browser = (await startTestApi(t)).browser();
  await browser.signIn('uma@example.com');
  assert.equal((await browser.send('GET', '/api/session')).headers.getSetCookie().length, 1);
  const [removed = ''] = (await browser.send('POST', '/api/users/sign-out')).headers.getSetCookie();
  assert.match(removed, /^demo\.sid=; .*Expires=Thu, 01 Jan 1970/);
  assert.equal(browser.cookie, '');
});

test('who keeps nothing gets no cookie', async (t) => {
  const browser = (await startTestApi(t)).browser();
  await browser.send('GET', '/api/session');
  await browser.send('GET', '/api/session/data');
  await browser.signIn('uma@example.com', 'guess');
  assert.equal(browser.cookie, '');
});

test('a new secret signs new cookies while the older ones are still accepted', async (t) => {
  const api = await startTestApi(t, { sessionSecrets: ['older'] });
  const browser = api.browser();
  await browser.signIn('uma@example.com');
  await api.stop();

  const { databaseFile } = api.config;
  for (const [sessionSecrets, status] of [
    [['newer', 'older'], 200],
    [['newest', 'newer'], 200],
    [['unrelated'], 401],
  ] as const) {
    const next = await startTestApi(t, { databaseFile, sessionSecrets });
    const { cookie } = browser;
    const visitor = next.browser();
    visitor.cookies.set('demo.sid', cookie);
    assert.equal((await visitor.send('GET', '/api/session')).status, status);
    browser.cookies.set('demo.sid', visitor.cookie);
    await next.stop();
  }
});
