import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { createClient } from 'redis';

import { openTestStore } from '../../testing/open-test-store.ts';
import { RedisServer } from '../../testing/redis-server.ts';
import type { SessionStore } from '../session-store.ts';
import { stores } from '../stores.ts';

const AGE = 60_000;
/** Milliseconds: a visitor waits no longer to be told. */
const PATIENCE = 2000;

type Counter = Awaited<ReturnType<typeof makeCounter>>;

const calls: readonly [string, (store: SessionStore, counter: Counter) => Promise<unknown>][] = [
  ['read', (store) => store.read('id')],
  ['write', (store) => store.write('new', { userId: 1 }, { age: AGE, version: null })],
  ['touch', (store) => store.touch('id', AGE)],
  ['destroy', (store) => store.destroy('other')],
  ['destroyedAt', (store) => store.destroyedAt('id')],
  ['revoke', async (store) => store.revoke?.('user', 1)],
  ['revokedAt', async (store) => store.revokedAt?.('user')],
  ['list', async (store) => store.list?.(1)],
  ['a counter', async (_, counter) => counter?.increment('key')],
];

async function refusesInTime(store: SessionStore): Promise<Counter> {
  const counter = await makeCounter(store);
  await Promise.all(
    calls.map(async ([method, call]) => {
      const late = setTimeout(PATIENCE, 'late', { ref: false });
      const answer = call(store, counter).catch((error: unknown) => error);
      const { code } = (await Promise.race([answer, late])) as { code?: unknown };
      assert.equal(code, 'store-unavailable', method);
    }),
  );
  return counter;
}

async function makeCounter(store: SessionStore) {
  const counter = store.counter?.('x');
  await counter?.init?.({ windowMs: AGE } as never);
  return counter;
}

/** It comes back by itself; how soon depends on when it tries next. */
async function recovers(store: SessionStore, counter?: Counter): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const isBack = await store.read('id').then(
      () => true,
      () => false,
    );
    if (isBack) {
      await Promise.all(calls.map(([, call]) => call(store, counter)));
      return;
    }
    await setTimeout(100);
  }
  assert.fail('It has not come back.');
}

async function setUp(t: TestContext): Promise<{ server: RedisServer; store: SessionStore }> {
  const server = await RedisServer.start();
  const store = openTestStore(stores.redis({ url: server.url }));
  t.after(async () => {
    await store.close();
    await server.stop();
  });
  return { server, store };
}

test('Redis was killed: refuses in time, and goes on when it is back', async (t) => {
  const { server, store } = await setUp(t);
  await recovers(store);
  await server.kill();
  const counter = await refusesInTime(store);
  await server.restart();
  await recovers(store, counter);
});

test('Redis is frozen: refuses in time, and goes on with what was kept when it is back', async (t) => {
  const { server, store } = await setUp(t);
  await store.write('kept', { n: 1 }, { age: AGE, version: null });
  server.freeze();
  await refusesInTime(store);
  const counter = await refusesInTime(store);
  server.thaw();
  await recovers(store, counter);
  assert.deepEqual((await store.read('kept'))?.session, { n: 1 });
});

test('Redis was never there: the store opens, refuses in time, and goes on when it comes', async (t) => {
  const server = await RedisServer.start();
  await server.kill();
  const store = openTestStore(stores.redis({ url: server.url }));
  t.after(async () => {
    await store.close();
    await server.stop();
  });
  const counter = await refusesInTime(store);
  await server.restart();
  await recovers(store, counter);
});

test('Redis was never there: a store that nobody uses closes, and keeps no process alive', async () => {
  const server = await RedisServer.start();
  await server.stop();
  await openTestStore(stores.redis({ url: server.url })).close();
});

test('Redis is frozen under a client of the app: refuses in time, and goes on', async (t) => {
  const server = await RedisServer.start();
  const client = createClient({ url: server.url });
  client.on('error', () => undefined);
  await client.connect();
  const store = openTestStore(stores.redis({ client }, { timeout: 500 }));
  t.after(async () => {
    client.destroy();
    await server.stop();
  });
  server.freeze();
  await refusesInTime(store);
  server.thaw();
  await recovers(store);
  await server.kill();
  const counter = await refusesInTime(store);
  await server.restart();
  await recovers(store, counter);
});

test('a write that was not answered in time is either done or not: the next one is told', async (t) => {
  const { server, store } = await setUp(t);
  await store.write('id', { n: 1 }, { age: AGE, version: null });
  const version = (await store.read('id'))?.version ?? null;
  server.freeze();
  await assert.rejects(store.write('id', { n: 2 }, { age: AGE, version }));
  server.thaw();
  await recovers(store);
  const again = await store.write('id', { n: 3 }, { age: AGE, version });
  const n = (await store.read('id'))?.session['n'];
  assert.deepEqual([again, n], again === 'written' ? ['written', 3] : ['conflict', 2]);
});

test('no message tells the password', async () => {
  const server = await RedisServer.start();
  const url = `redis://user:a-password@127.0.0.1:${server.port}`;
  const store = openTestStore(stores.redis({ url }));
  const error: unknown = await store.read('id').catch((reason: unknown) => reason);
  assert.match(String(error), /Redis does not answer/);
  assert.match(String((error as Error).cause), /WRONGPASS/);
  assert.doesNotMatch(String(error) + String((error as Error).cause), /a-password/);
  await store.close();
  await server.stop();
});
