import assert from 'node:assert/strict';

import type { StoredSession } from '../../stores/session-store.ts';
import { AGE, begin, type StoreTest } from './store-test.ts';

/** What JSON can hold and careless code loses. */
const EXACT: readonly [string, StoredSession][] = [
  ['nothing', {}],
  ['an empty array and an empty object', { list: [], object: {}, nested: [[], {}] }],
  ['every kind of value', { a: null, b: true, c: false, d: '', e: 0, f: [1, 'x', { g: null }] }],
  ['big and small numbers', { a: Number.MAX_SAFE_INTEGER, b: -1e300, c: 5e-324, d: 0.1 + 0.2 }],
  ['text of every kind', { 'ключ 🔑': 'é\u0000\n"\\\u2028 𝒳 漢字 \ud800' }],
  ['keys in their order', { z: 1, a: 2, m: { y: 1, b: 2 } }],
  ['the names of what objects inherit', { constructor: 1, toString: { prototype: [] } }],
  ['an own key __proto__', JSON.parse('{"__proto__":{"admin":true},"a":{"__proto__":1}}')],
  ['the key of a cookie', { cookie: { maxAge: 1 }, version: 'x', session: null }],
  ['a long text', { text: 'x'.repeat(100_000) }],
];

/** What is written is read again, exactly, under its own id. */
export function keepingRules(test: StoreTest): void {
  for (const [what, session] of EXACT) {
    test(`gives back what was written: ${what}`, async (store, id) => {
      const text = JSON.stringify(session);
      assert.equal(await begin(store, id, session), 'written');
      assert.equal(JSON.stringify((await store.read(id))?.session), text);
      assert.equal('admin' in {}, false);
    });
  }

  test('knows no session that was not written', async (store, id) => {
    assert.equal(await store.read(id), null);
    assert.equal(await store.touch(id, AGE), false);
    assert.equal(await store.destroyedAt(id), null);
  });

  test('takes any text for an id, and tells them apart', async (store, id) => {
    const ids = ['', '/../../x', 'A', 'a', '*', '\n', '__proto__', "' OR 1=1 --"].map(
      (text) => id + text,
    );
    for (const each of ids) await begin(store, each, { each });
    for (const each of ids) assert.deepEqual((await store.read(each))?.session, { each });
  });

  test('keeps a copy', async (store, id) => {
    const given = { cart: ['tea'] };
    await begin(store, id, given);
    given.cart.push('cup');
    const read = (await store.read(id))?.session as typeof given;
    assert.deepEqual(read, { cart: ['tea'] });
    read.cart.push('cup');
    assert.deepEqual((await store.read(id))?.session, { cart: ['tea'] });
  });

  test('can be closed twice', async (store) => {
    await store.close();
  });
}
