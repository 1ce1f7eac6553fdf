import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SessionError } from '../session-error.ts';
import { openStore } from './open-store.ts';
import type { SealedStore, SessionStore } from './session-store.ts';

const CONTEXT = { secrets: [], cookieName: 'sid' };
const SECRET = 'the-id-that-nobody-may-see';

const calls: readonly [string, (store: SessionStore) => Promise<unknown>][] = [
  ['read', (store) => store.read(SECRET)],
  ['write', (store) => store.write(SECRET, { SECRET }, { age: 1, version: null })],
  ['touch', (store) => store.touch(SECRET, 1)],
  ['destroy', (store) => store.destroy(SECRET)],
  ['destroyedAt', (store) => store.destroyedAt(SECRET)],
  ['list', async (store) => store.list?.(SECRET)],
  ['revoke', async (store) => store.revoke?.(SECRET, 1)],
  ['revokedAt', async (store) => store.revokedAt?.(SECRET)],
  ['close', (store) => store.close()],
];

function failing(failure: unknown, isSync: boolean): SessionStore {
  const fail = (): Promise<never> => {
    if (isSync) throw failure;
    return Promise.reject(failure);
  };
  return Object.fromEntries(calls.map(([method]) => [method, fail])) as unknown as SessionStore;
}

for (const [method, call] of calls) {
  for (const isSync of [true, false]) {
    const how = isSync ? 'throws' : 'rejects';
    test(`${method} that ${how} is told as store-failed with its cause, and without the id`, async () => {
      const cause = new TypeError('down');
      const store = openStore(() => failing(cause, isSync), CONTEXT) as SessionStore;
      const error: unknown = await call(store).catch((reason: unknown) => reason);
      assert.ok(error instanceof SessionError);
      assert.equal(error.code, 'store-failed');
      assert.equal(error.cause, cause);
      assert.ok(!error.message.includes(SECRET));
    });
  }

  test(`${method} that rejects with a SessionError is told as it is`, async () => {
    const failure = new SessionError('store-unavailable', 'down');
    const store = openStore(() => failing(failure, false), CONTEXT) as SessionStore;
    await assert.rejects(call(store), failure);
  });
}

test('a sealed store is told of in the same way', async () => {
  const sealed: SealedStore = {
    sealed: true,
    seal: () => Promise.reject(new Error('down')),
    unseal: () => Promise.reject(new Error('down')),
  };
  const store = openStore(() => sealed, CONTEXT) as SealedStore;
  await assert.rejects(store.seal('id', {}, 1), { code: 'store-failed' });
  await assert.rejects(store.unseal('text'), { code: 'store-failed' });
});

test('a factory that throws is told as store-failed, or as it is where it is a SessionError', () => {
  const open = (failure: unknown): unknown =>
    openStore(() => {
      throw failure;
    }, CONTEXT);
  assert.throws(() => open(new Error('down')), { code: 'store-failed' });
  assert.throws(() => open(new SessionError('invalid-config', 'wrong')), {
    code: 'invalid-config',
  });
});

test('what a store can not do is missing afterwards too', () => {
  const { list, revoke, revokedAt, ...rest } = failing(null, false);
  assert.ok(list && revoke && revokedAt);
  const store = openStore(() => rest, CONTEXT) as SessionStore;
  for (const name of ['list', 'revoke', 'revokedAt', 'counter']) assert.equal(name in store, false);
});
