import assert from 'node:assert/strict';

import { AGE, begin, type StoreTest, versionOf } from './store-test.ts';

/** A write replaces what its writer has read, and nothing else. */
export function versionRules(test: StoreTest): void {
  test('writes over the version that was read, and no other', async (store, id) => {
    await begin(store, id, { n: 1 });
    const first = await versionOf(store, id);
    assert.equal(await store.write(id, { n: 2 }, { age: AGE, version: first }), 'written');
    assert.notEqual(await versionOf(store, id), first);
    for (const wrong of [first, null, '', 'unknown']) {
      const result = await store.write(id, { n: 3 }, { age: AGE, version: wrong });
      assert.equal(result, 'conflict', `the version ${wrong}`);
    }
    assert.deepEqual((await store.read(id))?.session, { n: 2 });
  });

  test('takes the same session, written again, for another version', async (store, id) => {
    await begin(store, id, {});
    const first = await versionOf(store, id);
    await store.write(id, {}, { age: AGE, version: first });
    assert.equal(await store.write(id, {}, { age: AGE, version: first }), 'conflict');
  });

  test('leaves the version as it is when it touches', async (store, id) => {
    await begin(store, id, {});
    const first = await versionOf(store, id);
    assert.equal(await store.touch(id, AGE), true);
    assert.equal(await store.write(id, {}, { age: AGE, version: first }), 'written');
  });
}
