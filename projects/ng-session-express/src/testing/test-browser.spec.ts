import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import { rightPassword, startTestServer, UMA } from './start-test-server.ts';
import type { TestServer } from './start-test-server.ts';

async function setUp(t: TestContext): Promise<TestServer> {
  const server = await startTestServer(t);
  server.routes.get('/echo', ({ headers }, response) => response.json(headers));
  server.routes.post('/echo', ({ headers }, response) => response.json(headers));
  server.routes.get('/set', ({ query }, response) => {
    response.append('Set-Cookie', query['line'] as string).end();
  });
  return server;
}

test('keeps the cookies with what was said about them', async (t) => {
  const browser = (await setUp(t)).browser();
  await browser.send('GET', '/set?line=a%3D1%3B Path=/%3B Max-Age=60%3B Secure%3B SameSite=Strict');
  const [cookie] = browser.cookies;
  assert.deepEqual(
    { ...cookie },
    { name: 'a', value: '1', path: '/', maxAge: 60, secure: true, sameSite: 'strict' },
  );
  assert.equal(browser.cookieHeader, 'a=1');
});

for (const gone of ['Max-Age=0', 'Max-Age=-1', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT']) {
  test(`gives up a cookie that is taken away by ${gone}`, async (t) => {
    const browser = (await setUp(t)).browser();
    browser.setCookie('a=1; Path=/');
    browser.setCookie('b=2; Path=/');
    await browser.send('GET', `/set?line=${encodeURIComponent(`a=; Path=/; ${gone}`)}`);
    assert.deepEqual(
      browser.cookies.map(({ name }) => name),
      ['b'],
    );
  });
}

test('sends its origin and its cookies, and the token with what changes something', async (t) => {
  const browser = (await setUp(t)).browser();
  await browser.signIn(rightPassword(UMA));
  const read = (await browser.send('GET', '/echo')).body as Record<string, string>;
  assert.equal(read['origin'], 'http://localhost:4200');
  assert.equal(read['cookie'], browser.cookieHeader);
  assert.equal(read['x-xsrf-token'], undefined);
  const changed = (await browser.send('POST', '/echo')).body as Record<string, string>;
  assert.equal(changed['x-xsrf-token'], browser.xsrfToken);
  assert.equal(changed['content-type'], undefined);
});

test('chooses headers, and leaves out those that are null', async (t) => {
  const browser = (await setUp(t)).browser({ origin: 'https://app.example.com' });
  const { body } = await browser.send('GET', '/echo', {
    headers: { origin: null, 'x-more': 'yes', cookie: 'own=1' },
  });
  const { origin, cookie, 'x-more': more } = body as Record<string, string>;
  assert.deepEqual([origin, cookie, more], [undefined, 'own=1', 'yes']);
});

test('a copy goes its own way', async (t) => {
  const browser = (await setUp(t)).browser();
  await browser.signIn(rightPassword(UMA));
  const copy = browser.copy();
  assert.equal(copy.cookieHeader, browser.cookieHeader);
  assert.equal(copy.xsrfToken, browser.xsrfToken);
  assert.equal((await copy.signOut()).status, 204);
  assert.deepEqual(copy.cookies, []);
  assert.equal(browser.cookies.length, 1);
});

test('a cookie that browsers refuse is refused', async (t) => {
  const browser = (await setUp(t)).browser();
  assert.throws(() => browser.setCookie('__Host-sid=1; Path=/'), /__Host- needs Secure/);
});

test('knows where the routes begin', async (t) => {
  const server = await startTestServer(t, { prefix: '' });
  const browser = server.browser({ prefix: '' });
  assert.equal((await browser.signIn(rightPassword(UMA))).status, 204);
  assert.deepEqual((await browser.send('GET', '/session')).body, UMA);
  assert.equal((await browser.signOut()).status, 204);
});
