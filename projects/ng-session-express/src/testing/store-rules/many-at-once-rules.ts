import assert from 'node:assert/strict';

import type { SessionStore } from '../../stores/session-store.ts';
import { orders } from '../orders.ts';
import { AGE, begin, type StoreTest } from './store-test.ts';

/** Each method is one step, however many come at once. */
export function manyAtOnceRules(test: StoreTest): void {
  test('lets one of many begin a session', async (store, id) => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => begin(store, id, { n })),
    );
    assert.equal(results.filter((result) => result === 'written').length, 1);
    assert.equal(results.filter((result) => result === 'conflict').length, 19);
    assert.deepEqual((await store.read(id))?.session, { n: results.indexOf('written') });
  });

  test('loses no write of many at once', async (store, id) => {
    await begin(store, id, { count: 0 });
    const increment = async (): Promise<void> => {
      for (;;) {
        const read = await store.read(id);
        const next = { count: Number(read?.session['count']) + 1 };
        const options = { age: AGE, version: read?.version ?? null };
        if ((await store.write(id, next, options)) === 'written') return;
      }
    };
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let n = 0; n < 5; n++) await increment();
      }),
    );
    assert.deepEqual((await store.read(id))?.session, { count: 40 });
  });

  for (const isAtOnce of [false, true]) {
    const how = isAtOnce ? 'all at once' : 'one after the other';
    test(`brings no session back and loses no write, in every order, ${how}`, async (store, id) => {
      const schedules = orders([
        'read 1',
        'write 1',
        'read 2',
        'write 2',
        'touch',
        'destroy',
      ] as const).filter((order) =>
        ['1', '2'].every(
          (n) => order.indexOf(`read ${n}` as never) < order.indexOf(`write ${n}` as never),
        ),
      );
      assert.equal(schedules.length, 180);
      await Promise.all(
        schedules.map((order, n) => followOrder(store, `${id}-${n}`, order, isAtOnce)),
      );
    });
  }
}

type Step = 'read 1' | 'write 1' | 'read 2' | 'write 2' | 'touch' | 'destroy';

/** Two requests that read and write, one that only reads, and a sign-out. */
async function followOrder(
  store: SessionStore,
  id: string,
  order: readonly Step[],
  isAtOnce: boolean,
): Promise<void> {
  await begin(store, id, { by: [] });
  const reads = new Map<string, ReturnType<SessionStore['read']>>();
  const written: string[] = [];
  let isDestroyed = false;

  const take = async (step: Step): Promise<void> => {
    const wasDestroyed = isDestroyed;
    const [what, who = ''] = step.split(' ');
    if (what === 'read') {
      reads.set(who, store.read(id));
      const read = await reads.get(who);
      if (wasDestroyed) assert.equal(read, null, 'it was read after it was destroyed');
    } else if (what === 'write') {
      const read = await reads.get(who);
      const by = [...((read?.session['by'] ?? []) as string[]), who];
      const result = await store.write(id, { by }, { age: AGE, version: read?.version ?? 'none' });
      if (wasDestroyed) assert.equal(result, 'ended', 'it was written after it was destroyed');
      if (result === 'written') written.push(who);
    } else if (what === 'touch') {
      const isAlive = await store.touch(id, AGE);
      if (wasDestroyed) assert.equal(isAlive, false, 'it was touched after it was destroyed');
    } else {
      // What was written so far has to be there, all of it.
      if (!isAtOnce) assert.deepEqual((await store.read(id))?.session, { by: written });
      await store.destroy(id);
      isDestroyed = true;
    }
  };

  if (isAtOnce) await Promise.all(order.map(take));
  else for (const step of order) await take(step);
  assert.equal(await store.read(id), null, 'it is there after all');
  assert.equal(await store.write(id, {}, { age: AGE, version: null }), 'ended');
  assert.notEqual(await store.destroyedAt(id), null);
}
