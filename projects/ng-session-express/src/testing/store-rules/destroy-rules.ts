import assert from 'node:assert/strict';

import { AGE, begin, type Pass, type StoreTest } from './store-test.ts';

/** What was destroyed stays so, and is remembered. */
export function destroyRules(test: StoreTest, pass: Pass): void {
  for (const existed of [true, false]) {
    test(`keeps ${existed ? 'a session' : 'an id'} destroyed`, async (store, id) => {
      if (existed) await begin(store, id, { userId: 1 });
      const read = (await store.read(id))?.version ?? 'unknown';
      assert.equal((await store.destroy(id)).wasAlive, existed);
      const endedAt = await store.destroyedAt(id);
      assert.ok(endedAt !== null && Math.abs(endedAt - Date.now()) < AGE);
      await pass(5);
      assert.equal((await store.destroy(id)).wasAlive, false);
      for (const late of [read, null]) {
        assert.equal(await store.write(id, {}, { age: AGE, version: late }), 'ended');
      }
      assert.equal(await store.touch(id, AGE), false);
      assert.equal(await store.read(id), null);
      assert.equal(await store.destroyedAt(id), endedAt, 'the first end counts');
    });
  }

  test('destroys one session, and no other', async (store, id) => {
    await begin(store, id, {});
    await begin(store, `${id}-other`, {});
    await store.destroy(id);
    assert.notEqual(await store.read(`${id}-other`), null);
    assert.equal(await store.destroyedAt(`${id}-other`), null);
  });

  for (const existed of [true, false]) {
    const what = existed ? 'a session' : 'an id';
    test(`remembers of ${what} under which id it goes on, as it was said first`, async (store, id) => {
      if (existed) await begin(store, id, {});
      const first = await store.destroy(id, `${id}-next`);
      assert.deepEqual(first, { wasAlive: existed, successor: `${id}-next` });
      for (const later of [undefined, `${id}-other`]) {
        const again = await store.destroy(id, later);
        assert.deepEqual(again, { wasAlive: false, successor: `${id}-next` });
      }
      assert.equal(await begin(store, `${id}-next`, {}), 'written');
    });
  }

  test('remembers that a session goes on nowhere', async (store, id) => {
    await begin(store, id, {});
    assert.deepEqual(await store.destroy(id), { wasAlive: true, successor: null });
    const again = await store.destroy(id, `${id}-next`);
    assert.deepEqual(again, { wasAlive: false, successor: null });
  });

  test('tells one of many that it has ended the session, and all where it goes on', async (store, id) => {
    await begin(store, id, {});
    const found = await Promise.all(
      Array.from({ length: 10 }, (_, n) => store.destroy(id, `${id}-${n}`)),
    );
    assert.equal(found.filter(({ wasAlive }) => wasAlive).length, 1);
    const [{ successor } = { successor: null }] = found.filter(({ wasAlive }) => wasAlive);
    for (const each of found) assert.equal(each.successor, successor);
  });
}
