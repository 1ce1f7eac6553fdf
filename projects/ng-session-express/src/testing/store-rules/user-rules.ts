import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { AGE, begin, type StoreTest, versionOf } from './store-test.ts';

/** The sessions of a user are found, and can be revoked. For stores that can list. */
export function userRules(test: StoreTest): void {
  test('lists the sessions of a user', async (store, id) => {
    if (!store.list) return;
    const user = randomUUID();
    const listed = async (userId: string | number): Promise<string[]> =>
      ((await store.list?.(userId)) ?? []).map((each) => each.id).sort();
    await begin(store, `${id}-1`, { userId: user, n: 1 });
    await begin(store, `${id}-2`, { userId: user });
    await begin(store, `${id}-3`, { userId: `${user}-other` });
    await begin(store, `${id}-4`, { owner: user });
    assert.deepEqual(await listed(user), [`${id}-1`, `${id}-2`]);
    const [first] = (await store.list(user)).filter((each) => each.id === `${id}-1`);
    assert.deepEqual(first?.session, { userId: user, n: 1 });
    await store.touch(`${id}-1`, AGE);
    await store.destroy(`${id}-2`);
    assert.deepEqual(await listed(user), [`${id}-1`]);
    const signedOut = { age: AGE, version: await versionOf(store, `${id}-1`) };
    await store.write(`${id}-1`, {}, signedOut);
    assert.deepEqual(await listed(user), []);
    assert.deepEqual(await listed(randomUUID()), []);
  });

  test('lists the same for the number 1 and the text 1', async (store, id) => {
    if (!store.list) return;
    const number = Math.floor(Math.random() * 2 ** 48);
    await begin(store, `${id}-1`, { userId: number });
    await begin(store, `${id}-2`, { userId: String(number) });
    for (const userId of [number, String(number)]) {
      const listed = (await store.list(userId)).map((each) => each.id).sort();
      assert.deepEqual(listed, [`${id}-1`, `${id}-2`]);
    }
  });

  test('remembers the latest time at which the sessions of a user were revoked', async (store) => {
    if (!store.revoke) return;
    const number = Math.floor(Math.random() * 2 ** 48);
    const revokedAt = async (userId: string | number): Promise<unknown> =>
      store.revokedAt?.(userId);
    assert.equal(await revokedAt(number), null);
    const time = Date.now() + 2 ** -10;
    for (const [at, latest] of [
      [time, time],
      [time - 1, time],
      [time + 2 ** -10, time + 2 ** -10],
    ] as const) {
      await store.revoke(number, at);
      assert.equal(await revokedAt(String(number)), latest);
    }
    assert.equal(await revokedAt(randomUUID()), null);
  });
}
