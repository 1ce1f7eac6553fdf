import assert from 'node:assert/strict';
import { test } from 'node:test';

import session, { Store, type SessionData } from 'express-session';

import { describeSessionStore } from '../testing/describe-session-store.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { stores } from './stores.ts';

const AGE = 60_000;

describeSessionStore('stores.from(new MemoryStore())', {
  open: () => openTestStore(stores.from(new session.MemoryStore())),
});

/** How a store of files tells that there is none. */
const missing = (): Error => Object.assign(new Error('There is none.'), { code: 'ENOENT' });

/** As small as such a store may be: it knows no touch, and ends only what is there. */
class SmallStore extends Store {
  readonly kept = new Map<string, { readonly json: string; readonly until: number }>();

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    const { json, until = 0 } = this.kept.get(id) ?? {};
    if (json !== undefined && until > Date.now()) setImmediate(done, null, JSON.parse(json));
    else setImmediate(done, missing());
  }

  override set(id: string, data: SessionData, done?: (error?: unknown) => void): void {
    const until = Date.now() + (data.cookie.maxAge ?? 0);
    setImmediate(() => {
      this.kept.set(id, { json: JSON.stringify(data), until });
      done?.();
    });
  }

  override destroy(id: string, done?: (error?: unknown) => void): void {
    setImmediate(() => done?.(this.kept.delete(id) ? null : missing()));
  }
}

describeSessionStore('stores.from() of a small one', {
  open: () => openTestStore(stores.from(new SmallStore())),
});

test('a store takes the time to live from a real cookie', async () => {
  const small = new SmallStore();
  const store = openTestStore(stores.from(small));
  await store.write('id', { cookie: 'mine' }, { age: AGE, version: null });
  const { cookie } = JSON.parse(small.kept.get('id')?.json ?? '') as { cookie: unknown };
  const { originalMaxAge, expires } = cookie as { originalMaxAge: number; expires: string };
  assert.equal(originalMaxAge, AGE);
  assert.ok(!Number.isNaN(Date.parse(expires)));
  await store.close();
});

test('a session of before, which express-session has written itself, is none', async () => {
  const memory = new session.MemoryStore();
  memory.set('old', { cookie: new session.Cookie(), userId: 1 } as unknown as SessionData);
  const store = openTestStore(stores.from(memory));
  assert.equal(await store.read('old'), null);
  assert.equal(await store.write('old', {}, { age: AGE, version: null }), 'written');
  await store.close();
});

test('a failure of the store is told as store-failed, with its cause, and ends nothing', async () => {
  const memory = new session.MemoryStore();
  const store = openTestStore(stores.from(memory));
  const cause = new Error('down');
  const { get } = memory;
  memory.get = (_id, done) => done(cause);
  await assert.rejects(store.read('id'), { code: 'store-failed', cause });
  memory.get = get;
  assert.equal(await store.read('id'), null);
  await store.close();
});

test('what the store could not end lives on', async () => {
  const memory = new session.MemoryStore();
  const store = openTestStore(stores.from(memory));
  await store.write('id', { a: 1 }, { age: AGE, version: null });
  const { destroy } = memory;
  memory.destroy = (_id, done) => done?.(new Error('down'));
  await assert.rejects(store.destroy('id', 'next'), { code: 'store-failed' });
  assert.equal(await store.destroyedAt('id'), null);
  assert.deepEqual((await store.read('id'))?.session, { a: 1 });
  memory.destroy = destroy;
  assert.deepEqual(await store.destroy('id', 'other'), { wasAlive: true, successor: 'other' });
  await store.close();
});

for (const wrong of [undefined, null, {}, { get: Object, set: Object }, 'redis']) {
  test(`${JSON.stringify(wrong)} is no store for express-session`, () => {
    assert.throws(() => stores.from(wrong as never), { code: 'invalid-config' });
  });
}
