import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import type { SessionStore, StoredSession } from '../stores/session-store.ts';
import { orders } from './orders.ts';

/** What the suite needs of a store. */
export interface SessionStoreSetUp {
  /** Opens the store; each test opens and closes one. What others have kept before may be there. */
  readonly open: () => SessionStore | Promise<SessionStore>;
  /** Has so many milliseconds pass. Default: waits for them. */
  readonly pass?: (milliseconds: number) => void | Promise<void>;
}

const AGE = 60_000;

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

/**
 * Runs what every `SessionStore` has to do, by `node:test`. For stores of users too:
 *
 * ```ts
 * describeSessionStore('my store', { open: () => new MyStore() });
 * ```
 */
export function describeSessionStore(
  name: string,
  { open, pass = (milliseconds) => setTimeout(milliseconds) }: SessionStoreSetUp,
): void {
  const test = (title: string, run: (store: SessionStore, id: string) => Promise<void>): void => {
    it(title, async () => {
      const store = await open();
      try {
        await run(store, randomUUID());
      } finally {
        await store.close();
      }
    });
  };

  describe(name, () => {
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
      assert.equal(await store.isDestroyed(id), false);
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

    test('writes over the version that was read, and no other', async (store, id) => {
      await begin(store, id, { n: 1 });
      const first = await version(store, id);
      assert.equal(await store.write(id, { n: 2 }, { age: AGE, version: first }), 'written');
      assert.notEqual(await version(store, id), first);
      for (const wrong of [first, null, '', 'unknown']) {
        const result = await store.write(id, { n: 3 }, { age: AGE, version: wrong });
        assert.equal(result, 'conflict', `the version ${wrong}`);
      }
      assert.deepEqual((await store.read(id))?.session, { n: 2 });
    });

    test('takes the same session, written again, for another version', async (store, id) => {
      await begin(store, id, {});
      const first = await version(store, id);
      await store.write(id, {}, { age: AGE, version: first });
      assert.equal(await store.write(id, {}, { age: AGE, version: first }), 'conflict');
    });

    test('leaves the version as it is when it touches', async (store, id) => {
      await begin(store, id, {});
      const first = await version(store, id);
      assert.equal(await store.touch(id, AGE), true);
      assert.equal(await store.write(id, {}, { age: AGE, version: first }), 'written');
    });

    for (const existed of [true, false]) {
      test(`keeps ${existed ? 'a session' : 'an id'} destroyed`, async (store, id) => {
        if (existed) await begin(store, id, { userId: 1 });
        const read = (await store.read(id))?.version ?? 'unknown';
        await store.destroy(id);
        await store.destroy(id);
        assert.equal(await store.isDestroyed(id), true);
        for (const late of [read, null]) {
          assert.equal(await store.write(id, {}, { age: AGE, version: late }), 'ended');
        }
        assert.equal(await store.touch(id, AGE), false);
        assert.equal(await store.read(id), null);
        assert.equal(await store.isDestroyed(id), true);
      });
    }

    test('destroys one session, and no other', async (store, id) => {
      await begin(store, id, {});
      await begin(store, `${id}-other`, {});
      await store.destroy(id);
      assert.notEqual(await store.read(`${id}-other`), null);
      assert.equal(await store.isDestroyed(`${id}-other`), false);
    });

    test('ends a session when its age is over', async (store, id) => {
      const user = randomUUID();
      await begin(store, id, { userId: user }, 1);
      await pass(2);
      await eventually(async () => (await store.read(id)) === null);
      assert.equal(await store.touch(id, AGE), false);
      assert.equal(await store.write(id, {}, { age: AGE, version: 'late' }), 'ended');
      assert.equal(await store.isDestroyed(id), false);
      assert.deepEqual((await store.list?.(user)) ?? [], []);
      assert.equal(await begin(store, id, {}), 'written');
    });

    for (const [what, renew] of [
      ['touch', (store: SessionStore, id: string) => store.touch(id, AGE)],
      [
        'write',
        async (store: SessionStore, id: string) =>
          store.write(id, {}, { age: AGE, version: await version(store, id) }),
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
      const signedOut = { age: AGE, version: await version(store, `${id}-1`) };
      await store.write(`${id}-1`, {}, signedOut);
      assert.deepEqual(await listed(user), []);
      assert.deepEqual(await listed(randomUUID()), []);
    });

    test('lists for the number 1 nothing of the text 1', async (store, id) => {
      if (!store.list) return;
      const number = Math.floor(Math.random() * 2 ** 48);
      await begin(store, `${id}-1`, { userId: number });
      await begin(store, `${id}-2`, { userId: String(number) });
      assert.deepEqual(
        (await store.list(number)).map((each) => each.id),
        [`${id}-1`],
      );
      assert.deepEqual(
        (await store.list(String(number))).map((each) => each.id),
        [`${id}-2`],
      );
    });

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

    test('can be closed twice', async (store) => {
      await store.close();
    });
  });
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
  assert.equal(await store.isDestroyed(id), true);
}

function begin(
  store: SessionStore,
  id: string,
  session: StoredSession,
  age = AGE,
): ReturnType<SessionStore['write']> {
  return store.write(id, session, { age, version: null });
}

async function version(store: SessionStore, id: string): Promise<string> {
  const read = await store.read(id);
  assert.ok(read, 'there is no session to read');
  return read.version;
}

/** Some stores count in seconds, and end a session a little later. */
async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await check()) return;
    await setTimeout(10);
  }
  assert.fail('a session was still there long after its age');
}
