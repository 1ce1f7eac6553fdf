import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startTestApi } from '../testing/start-test-api.ts';

test('session fixation: the id changes at sign-in and the old one is dead', async (t) => {
  const api = await startTestApi(t);
  const victim = api.browser();
  const attacker = api.browser();
  await attacker.send('PUT', '/api/session/data', { json: { planted: true } });
  const [name = ''] = attacker.cookies.keys();
  victim.cookies.set(name, attacker.cookie);

  await victim.signIn('uma@example.com');
  assert.notEqual(victim.cookie, attacker.cookie);
  assert.equal((await victim.send('GET', '/api/session')).status, 200);
  assert.equal((await attacker.send('GET', '/api/session')).status, 401);
  assert.deepEqual((await attacker.send('GET', '/api/session/data')).body, {});
});

test('session fixation: an id that the API did not give out is not taken over', async (t) => {
  const api = await startTestApi(t);
  const browser = api.browser();
  for (const planted of ['chosen', 's%3Achosen.signature', 's%3Achosen']) {
    browser.cookies.set('demo.sid', planted);
    await browser.send('PUT', '/api/session/data', { json: { a: 1 } });
    assert.doesNotMatch(browser.cookie, /chosen/);
  }
});

test('a second sign-in ends the session of the first', async (t) => {
  const api = await startTestApi(t);
  const browser = api.browser();
  await browser.signIn('uma@example.com');
  const first = api.browser();
  first.cookies.set('demo.sid', browser.cookie);
  await browser.signIn('uma@example.com');
  assert.equal((await first.send('GET', '/api/session')).status, 401);
});

test('what was kept anonymously is there after the sign-in, also when it came during it', async (t) => {
  const api = await startTestApi(t);
  const browser = api.browser();
  await browser.send('PUT', '/api/session/data', { json: { cart: ['tea'] } });
  const { passwords } = api;
  const verify = passwords.verify.bind(passwords);
  const other = api.browser();
  other.cookies.set('demo.sid', browser.cookie);
  passwords.verify = async (hash, password) => {
    await other.send('PUT', '/api/session/data', { json: { cart: ['tea', 'cup'] } });
    return verify(hash, password);
  };
  assert.equal((await browser.signIn('uma@example.com')).status, 204);
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, { cart: ['tea', 'cup'] });
});

test('the data of one user is never shown to the next', async (t) => {
  const browser = (await startTestApi(t)).browser();
  await browser.signIn('uma@example.com');
  await browser.send('PUT', '/api/session/data', { json: { cart: ['hers'] } });
  await browser.signIn('eli@example.com');
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
  await browser.send('PUT', '/api/session/data', { json: { cart: ['his'] } });
  await browser.send('POST', '/api/users/sign-out');
  assert.deepEqual((await browser.send('GET', '/api/session/data')).body, {});
});

test('a failed sign-in leaves the session as it was', async (t) => {
  const browser = (await startTestApi(t)).browser();
  await browser.signIn('uma@example.com');
  assert.equal((await browser.signIn('eli@example.com', 'guess')).status, 401);
  const session = await browser.send('GET', '/api/session');
  assert.equal((session.body as { name: string }).name, 'Uma User');
});
