import assert from 'node:assert/strict';
import { test } from 'node:test';

import { stores } from '../stores/stores.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { findSuccessor } from './find-successor.ts';

const AGE = 60_000;
const MAX_STEPS = 20;

for (const [steps, isFound] of [
  [1, true],
  [2, true],
  [MAX_STEPS, true],
  [MAX_STEPS + 1, false],
] as const) {
  test(`what a session is ${steps} new ids later is ${isFound ? '' : 'not '}found`, async () => {
    const store = openTestStore(stores.memory());
    const session = { data: { cart: 1 } };
    await store.write(String(steps), session, { age: AGE, version: null });
    for (let id = 0; id < steps; id++) await store.destroy(String(id), String(id + 1));
    assert.deepEqual(await findSuccessor(store, '0'), isFound ? session : null);
    assert.notEqual(await store.read(String(steps)), null, 'it is still there');
  });
}

test('what was signed out, or is not there, has become nothing', async () => {
  const store = openTestStore(stores.memory());
  await store.destroy('before', 'after');
  await store.destroy('after');
  for (const id of ['before', 'after', 'nowhere']) {
    assert.equal(await findSuccessor(store, id), null);
  }
});

test('what is only over is not taken for ended', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  const store = openTestStore(stores.memory());
  await store.write('after', {}, { age: AGE, version: null });
  await store.destroy('before', 'after');
  t.mock.timers.tick(AGE);
  for (const id of ['before', 'after']) {
    assert.equal(await findSuccessor(store, id), null);
  }
  assert.equal(await store.destroyedAt('after'), null);
});
