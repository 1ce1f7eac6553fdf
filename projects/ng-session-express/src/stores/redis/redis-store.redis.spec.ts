import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { createClient, createCluster } from 'redis';

import { describeSessionStore } from '../../testing/describe-session-store.ts';
import { openTestStore } from '../../testing/open-test-store.ts';
import { RedisServer } from '../../testing/redis-server.ts';
import { takeTurns } from '../../testing/take-turns.ts';
import { TOMBSTONE_AGE } from '../session-store.ts';
import { stores } from '../stores.ts';

const AGE = 60_000;
const server = await RedisServer.start();
const { url } = server;
const client = createClient({ url });
await client.connect();

const clusterServer = await RedisServer.start({ cluster: true });
const cluster = createCluster({ rootNodes: [{ url: clusterServer.url }] });
await cluster.connect();

after(async () => {
  client.destroy();
  cluster.destroy();
  await server.stop();
  await clusterServer.stop();
});

describeSessionStore('stores.redis({ url })', { open: () => openTestStore(stores.redis({ url })) });

describeSessionStore('stores.redis({ client }, { prefix })', {
  open: () => openTestStore(stores.redis({ client }, { prefix: 'of my app:' })),
});

describeSessionStore('two of stores.redis() over one Redis', {
  open: () => takeTurns(openTestStore(stores.redis({ url })), openTestStore(stores.redis({ url }))),
});

describeSessionStore('stores.redis({ client }) over a cluster', {
  open: () => openTestStore(stores.redis({ client: cluster })),
});

test('every key has a prefix and an end', async () => {
  const prefix = 'ends:';
  const store = openTestStore(stores.redis({ url }, { prefix }));
  await store.write('id', { userId: 'uma' }, { age: AGE, version: null });
  await store.touch('id', 2 * AGE);
  await store.destroy('ended');
  await store.revoke?.('uma', Date.now());
  const counter = store.counter?.('x');
  await counter?.init?.({ windowMs: AGE } as never);
  await counter?.increment('key');
  const keys = await client.keys(`${prefix}*`);
  const ends = await Promise.all(keys.map(async (key) => [key, await client.pTTL(key)] as const));
  const longest: Record<string, number> = {
    'ends:session:id': 2 * AGE,
    'ends:session:ended': TOMBSTONE_AGE,
    'ends:user:uma': 4 * AGE,
    'ends:revoked:uma': TOMBSTONE_AGE,
    'ends:count:x:key': AGE,
  };
  assert.deepEqual(keys.toSorted(), Object.keys(longest).toSorted());
  for (const [key, end] of ends) {
    assert.ok(end > (longest[key] ?? 0) / 2 && end <= (longest[key] ?? 0), `${key} ends in ${end}`);
  }
  await store.close();
});

test('the list of a user forgets what has ended', async () => {
  const prefix = 'lists:';
  const store = openTestStore(stores.redis({ url }, { prefix }));
  const listed = (): Promise<string[]> => client.zRange(`${prefix}user:1`, 0, -1);
  for (const id of ['a', 'b']) {
    await store.write(id, { userId: 1 }, { age: AGE, version: null });
  }
  await store.destroy('a');
  assert.deepEqual(await listed(), ['b']);
  // As if twice its age had passed.
  await client.zAdd(`${prefix}user:1`, { value: 'b', score: Date.now() - 1 });
  await store.write('c', { userId: 1 }, { age: AGE, version: null });
  assert.deepEqual(await listed(), ['c']);
  await store.close();
});

test('a touch brings a session back into a list that was lost', async () => {
  const prefix = 'lost:';
  const store = openTestStore(stores.redis({ url }, { prefix }));
  await store.write('id', { userId: 1 }, { age: AGE, version: null });
  await client.del(`${prefix}user:1`);
  await store.touch('id', AGE);
  assert.equal((await store.list?.(1))?.length, 1);
  await store.close();
});

test('a Redis that has forgotten the scripts is told them again', async () => {
  const store = openTestStore(stores.redis({ url }));
  await store.write('forgotten', { userId: 1 }, { age: AGE, version: null });
  await client.scriptFlush();
  assert.equal(await store.touch('forgotten', AGE), true);
  await client.scriptFlush();
  await store.destroy('forgotten');
  assert.notEqual(await store.destroyedAt('forgotten'), null);
  await store.close();
});

test('an answer that refuses is told as store-failed, with its cause', async () => {
  const store = openTestStore(stores.redis({ url }, { prefix: 'wrong:' }));
  await client.set('wrong:session:id', 'no hash');
  await assert.rejects(store.read('id'), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'store-failed');
    assert.match(String(error.cause), /WRONGTYPE/);
    return true;
  });
  await store.close();
});

test('a client of the app stays open', async () => {
  await openTestStore(stores.redis({ client })).close();
  assert.equal(await client.ping(), 'PONG');
});

test('a client that the app has not connected is told as store-unavailable', async () => {
  const store = openTestStore(stores.redis({ client: createClient({ url }) }));
  await assert.rejects(store.read('id'), { code: 'store-unavailable' });
  await store.close();
});

test('counts for all processes that share it', async () => {
  const first = openTestStore(stores.redis({ url }));
  const second = openTestStore(stores.redis({ client: cluster }));
  const third = openTestStore(stores.redis({ url }));
  const [a, b, c] = [first, second, third].map((store) => store.counter?.('sign-in'));
  for (const each of [a, b, c]) await each?.init?.({ windowMs: AGE } as never);
  await a?.increment('key');
  assert.equal((await c?.increment('key'))?.totalHits, 2);
  assert.equal((await b?.increment('key'))?.totalHits, 1, 'another Redis');
  await a?.decrement('key');
  assert.equal((await c?.get?.('key'))?.totalHits, 1);
  await c?.resetKey('key');
  assert.equal((await a?.increment('key'))?.totalHits, 1);
  for (const store of [first, second, third]) await store.close();
});
