import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import type { SessionStore } from '../../stores/session-store.ts';
import { AGE, begin, eventually, type Pass, type StoreTest, versionOf } from './store-test.ts';

/** A session lasts for its age, from the last write or touch on. */
export function ageRules(test: StoreTest, pass: Pass): void {
  test('ends a session when its age is over', async (store, id) => {
    const user = randomUUID();
    await begin(store, id, { userId: user }, 1);
    await pass(2);
    await eventually(async () => (await store.read(id)) === null);
    assert.equal(await store.touch(id, AGE), false);
    assert.equal(await store.write(id, {}, { age: AGE, version: 'late' }), 'ended');
    assert.equal(await store.destroyedAt(id), null);
    assert.deepEqual((await store.list?.(user)) ?? [], []);
    assert.equal(await begin(store, id, {}), 'written');
  });

  for (const [what, renew] of [
    ['touch', (store: SessionStore, id: string) => store.touch(id, AGE)],
    [
      'write',
      async (store: SessionStore, id: string) =>
        store.write(id, {}, { age: AGE, version: await versionOf(store, id) }),
    ],
  ] as const) {
    test(`has the age begin anew with a ${what}`, async (store, id) => {
      await begin(store, id, {}, 2000);
      await renew(store, id);
      await pass(2500);
      assert.notEqual(await store.read(id), null);
    });
  }

  test('has a touch shorten the age too', async (store, id) => {
    await begin(store, id, {});
    assert.equal(await store.touch(id, 1), true);
    await pass(2);
    await eventually(async () => (await store.read(id)) === null);
  });

  test('finds nothing to destroy in a session whose age is over', async (store, id) => {
    await begin(store, id, {}, 1);
    await pass(2);
    await eventually(async () => (await store.read(id)) === null);
    const found = await store.destroy(id, `${id}-next`);
    assert.deepEqual(found, { wasAlive: false, successor: `${id}-next` });
    assert.notEqual(await store.destroyedAt(id), null);
  });
}
