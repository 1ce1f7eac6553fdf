import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { RedisStore } from 'connect-redis';
import { createClient } from 'redis';

import { describeSessionStore } from '../testing/describe-session-store.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { RedisServer } from '../testing/redis-server.ts';
import { stores } from './stores.ts';

const server = await RedisServer.start();
const client = createClient({ url: server.url });
await client.connect();
after(async () => {
  client.destroy();
  await server.stop();
});

describeSessionStore('stores.from(connect-redis)', {
  open: () => openTestStore(stores.from(new RedisStore({ client }))),
});

test('connect-redis takes the time to live from the age', async () => {
  const store = openTestStore(stores.from(new RedisStore({ client, prefix: 'ttl:' })));
  await store.write('id', {}, { age: 60_000, version: null });
  assert.ok((await client.ttl('ttl:id')) <= 60);
  await store.touch('id', 600_000);
  assert.ok((await client.ttl('ttl:id')) > 60);
  await store.close();
});
