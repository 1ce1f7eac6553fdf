import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demoAccount } from '../testing/demo-account.ts';
import { startTestApi } from '../testing/start-test-api.ts';

test('a user changes their own name', async (t) => {
  const browser = (await startTestApi(t)).browser();
  const rename = async (name: unknown): Promise<number> =>
    (await browser.send('PATCH', '/api/users/me', { json: { name } })).status;
  assert.equal(await rename('Nobody'), 401);
  await browser.signIn(demoAccount('uma@example.com'));
  assert.equal(await rename('  Uma <b>Bold</b> '), 204);
  for (const name of ['', '  ', 'x'.repeat(101), 'two\nlines', 1, null, ['x']]) {
    assert.equal(await rename(name), 422, JSON.stringify(name));
  }
  const { body } = await browser.send('GET', '/api/session');
  assert.equal((body as { name: string }).name, 'Uma <b>Bold</b>');
});

test('only an admin sees all users, without their hashes', async (t) => {
  const api = await startTestApi(t);
  const status = async (email: string): Promise<number> => {
    const browser = api.browser();
    await browser.signIn(demoAccount(email));
    return (await browser.send('GET', '/api/users')).status;
  };
  assert.equal((await api.browser().send('GET', '/api/users')).status, 401);
  assert.equal(await status('uma@example.com'), 403);
  assert.equal(await status('eli@example.com'), 403);

  const ada = api.browser();
  await ada.signIn(demoAccount('ada@example.com'));
  const { body } = await ada.send('GET', '/api/users');
  assert.deepEqual(body, [
    { id: 1, name: 'Ada Admin', email: 'ada@example.com', roles: ['admin'] },
    { id: 2, name: 'Eli Editor', email: 'eli@example.com', roles: ['editor'] },
    { id: 3, name: 'Uma User', email: 'uma@example.com', roles: ['user'] },
  ]);
});

test('a role that an admin gives or takes is felt at the next request of another browser', async (t) => {
  const api = await startTestApi(t);
  const [ada, uma] = [api.browser(), api.browser()];
  await ada.signIn(demoAccount('ada@example.com'));
  await uma.signIn(demoAccount('uma@example.com'));
  const setRoles = async (id: number | string, roles: unknown): Promise<number> =>
    (await ada.send('PUT', `/api/users/${id}/roles`, { json: { roles } })).status;

  assert.equal((await uma.send('GET', '/api/articles')).status, 403);
  assert.equal(await setRoles(3, ['user', 'editor', 'editor']), 204);
  assert.equal((await uma.send('GET', '/api/articles')).status, 200);
  const { body } = await uma.send('GET', '/api/session');
  assert.deepEqual((body as { roles: string[] }).roles, ['editor', 'user']);
  assert.equal(await setRoles(3, []), 204);
  assert.equal((await uma.send('GET', '/api/articles')).status, 403);

  for (const roles of ['admin', null, ['superadmin'], [['admin']], [1], { 0: 'admin' }]) {
    assert.equal(await setRoles(3, roles), 422, JSON.stringify(roles));
  }
  for (const id of [99, 'me', 'NaN', '3.5', '%00']) {
    assert.equal(await setRoles(id, ['user']), 404, String(id));
  }
  assert.equal(await setRoles(1, ['user']), 409, 'the last admin stays one');
});

test('nobody but an admin changes roles', async (t) => {
  const uma = (await startTestApi(t)).browser();
  const json = { roles: ['admin'] };
  assert.equal((await uma.send('PUT', '/api/users/3/roles', { json })).status, 401);
  await uma.signIn(demoAccount('uma@example.com'));
  assert.equal((await uma.send('PUT', '/api/users/3/roles', { json })).status, 403);
});
