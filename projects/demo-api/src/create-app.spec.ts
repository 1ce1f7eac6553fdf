import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demoAccount } from './testing/demo-account.ts';
import { startTestApi } from './testing/start-test-api.ts';

const SECRET = 'a-secret-of-this-test-that-is-long-enough';

test('a session survives a restart', async (t) => {
  const api = await startTestApi(t);
  const browser = api.browser();
  await browser.signIn(demoAccount('uma@example.com'));
  await browser.send('PUT', '/api/session/data', { json: { cart: 1 } });
  await browser.send('PATCH', '/api/users/me', { json: { name: 'Uma Renamed' } });
  await api.stop();
  await api.start();
  const later = browser.copy({ url: api.url });
  const { body } = await later.send('GET', '/api/session');
  assert.deepEqual(body, {
    id: 3,
    name: 'Uma Renamed',
    email: 'uma@example.com',
    roles: ['user'],
    flash: { notification: { type: 'info', message: 'Welcome back, Uma User.' } },
  });
  assert.deepEqual((await later.send('GET', '/api/session/data')).body, { cart: 1 });
  assert.equal((await later.send('PUT', '/api/session')).status, 204);
});

test('two apps in one process share nothing', async (t) => {
  const signInLimits = { window: 60_000, perAddress: 1, perAccount: 1 };
  const first = await startTestApi(t, { signInLimits });
  const second = await startTestApi(t, { signInLimits });
  first.routes.get('/only-here', (_request, response) => response.json({}));
  const browser = first.browser();
  await browser.signIn(demoAccount('uma@example.com'));
  const visitor = browser.copy({ url: second.url });
  assert.equal((await visitor.send('GET', '/api/session')).status, 401);
  assert.equal((await visitor.send('GET', '/api/only-here')).status, 404);

  await first.browser().signIn(demoAccount('uma@example.com', 'guess'));
  assert.equal((await first.browser().signIn(demoAccount('uma@example.com'))).status, 429);
  assert.equal((await second.browser().signIn(demoAccount('uma@example.com'))).status, 204);
});

test('in production there are no demo accounts, and a database that holds them is refused', async (t) => {
  const development = await startTestApi(t);
  await development.stop();
  const { databaseFile } = development.config;
  await assert.rejects(
    startTestApi(t, { production: true, sessionSecrets: [SECRET], databaseFile }),
    /DATABASE_FILE holds the demo accounts/,
  );
  const production = await startTestApi(t, { production: true, sessionSecrets: [SECRET] });
  assert.equal((await production.browser().signIn(demoAccount('ada@example.com'))).status, 401);
});

test('GET /api/health answers without a session', async (t) => {
  const answer = await (await startTestApi(t)).browser().send('GET', '/api/health');
  assert.deepEqual([answer.status, answer.body], [200, { status: 'ok', process: process.pid }]);
  assert.deepEqual(answer.headers.getSetCookie(), []);
});
