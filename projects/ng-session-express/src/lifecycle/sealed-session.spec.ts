import assert from 'node:assert/strict';
import { test } from 'node:test';

import { stores } from '../stores/stores.ts';
import { ADA, rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { endSession } from './end-session.ts';
import { startSession } from './start-session.ts';

test('the sealed session of one id is none of another', async (t) => {
  const server = await startTestServer(t, { store: stores.cookie() });
  const [uma, ada] = [server.browser(), server.browser()];
  await uma.signIn(rightPassword(UMA));
  await ada.signIn(rightPassword(ADA));
  const mixed = server.browser();
  for (const { name, value } of [...uma.cookies, ...ada.cookies]) {
    const isTaken =
      name === 'sid' ? uma.cookieHeader.includes(value) : ada.cookieHeader.includes(value);
    if (isTaken) mixed.setCookie(`${name}=${value}; Path=/`);
  }
  assert.equal(mixed.cookies.length, 2);
  assert.equal((await mixed.send('GET', '/api/session')).status, 401);
});

test('nothing of a sealed session can be read or changed', async (t) => {
  const server = await startTestServer(t, { store: stores.cookie() });
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  await browser.send('PUT', '/api/session/data', { json: { note: 'canary' } });
  const { value = '' } = browser.cookies.find(({ name }) => name === 'sid.data') ?? {};
  const decoded = value
    .split('*')
    .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    .join();
  assert.doesNotMatch(value + decoded, /canary|userId/);
  const middle = Math.floor(value.length / 2);
  const other = value[middle] === 'a' ? 'b' : 'a';
  browser.setCookie(`sid.data=${value.slice(0, middle)}${other}${value.slice(middle + 1)}; Path=/`);
  assert.equal((await browser.send('GET', '/api/session')).status, 401);
});

test('cookies of the app stay beside those of a session that is written twice', async (t) => {
  const server = await startTestServer(t, { store: stores.cookie() });
  server.routes.post('/own', async (request, response) => {
    response.cookie('theme', 'dark');
    request.session.data['first'] = true;
    await new Promise((resolve) => request.session.save(resolve));
    request.session.data['second'] = true;
    response.cookie('language', 'en').end();
  });
  const browser = server.browser();
  const { headers } = await browser.send('POST', '/own');
  const names = headers.getSetCookie().map((line) => line.split('=')[0]);
  assert.deepEqual(names.sort(), ['language', 'sid', 'sid.data', 'theme']);
  const { body } = await browser.send('GET', '/api/session/data');
  assert.deepEqual(body, { first: true, second: true });
});

test('a session that begins and ends in one request takes the cookie of the one before along', async (t) => {
  const server = await startTestServer(t, { store: stores.cookie() });
  server.routes.post('/both', async (request, response) => {
    response.cookie('theme', 'dark');
    await startSession(request, UMA);
    await endSession(request, response);
    response.end();
  });
  const visitor = server.browser();
  await visitor.send('POST', '/both');
  assert.deepEqual(
    visitor.cookies.map(({ name }) => name),
    ['theme'],
  );
  await visitor.send('PUT', '/api/session/data', { json: { cart: 1 } });
  await visitor.send('POST', '/both');
  assert.deepEqual(
    visitor.cookies.map(({ name }) => name),
    ['theme'],
  );
});
