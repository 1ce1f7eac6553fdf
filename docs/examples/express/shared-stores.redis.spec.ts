import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { TestBrowser } from 'ng-session-express/testing';

import { RedisServer } from '../../../projects/ng-session-express/src/testing/redis-server.ts';
import { adopt, overOwnClient } from './shared-stores.ts';
import { startShop } from './start-shop.ts';

process.env['SESSION_SECRET'] = 'a-secret-of-this-test-that-is-long-enough';
const server = await RedisServer.start();
after(() => server.stop());

test('a store of express-session keeps people signed in, and can not list them', async (t) => {
  const { client, store } = await adopt(server.url);
  t.after(() => client.destroy());
  const browser = new TestBrowser({ url: await startShop(t, store) });
  await browser.signIn({ email: 'ada@example.com', password: 'correct horse' });
  assert.equal((await browser.send('GET', '/api/session')).status, 200);
  const { status, body } = await browser.send('GET', '/api/sessions');
  assert.equal(status, 501);
  assert.equal((body as { code: string }).code, 'not-supported');
});

test('a client of the app is shared by two servers', async (t) => {
  const { client, store } = await overOwnClient(server.url);
  t.after(() => client.destroy());
  const [one, other] = [await startShop(t, store), await startShop(t, store)];
  const browser = new TestBrowser({ url: one });
  await browser.signIn({ email: 'ada@example.com', password: 'correct horse' });
  const elsewhere = browser.copy({ url: other });
  assert.equal((await elsewhere.send('GET', '/api/session')).status, 200);
  await elsewhere.signOut();
  assert.equal((await browser.send('GET', '/api/session')).status, 401);
});
