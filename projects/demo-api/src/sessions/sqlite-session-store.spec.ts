import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { openDatabase } from '../database/open-database.ts';
import type { SessionData } from './session-data.ts';
import { SqliteSessionStore } from './sqlite-session-store.ts';

const AGE = 60_000;
const DATA = { cookie: { originalMaxAge: AGE }, userId: 1 } as SessionData;

function setUp(): { store: SqliteSessionStore; clock: { now: number }; close: () => void } {
  const database = openDatabase(':memory:');
  const clock = { now: 1_000_000 };
  const store = new SqliteSessionStore(database, { age: AGE, now: () => clock.now });
  return { store, clock, close: () => database.close() };
}

type Step = 'set' | 'touch' | 'get' | 'prune' | 'destroy';

function take(store: SqliteSessionStore, step: Step): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, result?: unknown): void =>
      error ? reject(error) : resolve(result);
    if (step === 'set') store.set('id', DATA, done);
    else if (step === 'touch') store.touch('id', DATA, done);
    else if (step === 'get') store.get('id', done);
    else if (step === 'destroy') store.destroy('id', done);
    else done(store.prune());
  });
}

/** Every order of the steps. */
function orders<T>(steps: readonly T[]): T[][] {
  if (steps.length === 0) return [[]];
  return steps.flatMap((step, index) =>
    orders(steps.toSpliced(index, 1)).map((rest) => [step, ...rest]),
  );
}

for (const order of orders<Step>(['set', 'touch', 'get', 'prune', 'destroy'])) {
  const fault = 'a slow request must not write a destroyed session back';
  test(`${fault}: set, ${order.join(', ')}, set, touch`, async () => {
    const { store, close } = setUp();
    const steps: Step[] = ['set', ...order, 'set', 'touch'];
    // One after the other, and all of them started before the first has answered.
    for (const step of steps) await take(store, step);
    assert.equal(await take(store, 'get'), null);
    await Promise.all(steps.map((step) => take(store, step)));
    assert.equal(await take(store, 'get'), null);
    assert.equal(store.isDestroyed('id'), true);
    close();
  });
}

test('a slow request must not write a destroyed session back: random schedules over a day', async () => {
  const event = fc.oneof(
    fc.constantFrom<Step>('set', 'touch', 'get', 'prune', 'destroy'),
    fc.integer({ min: 1, max: 2 * AGE }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
      const { store, clock, close } = setUp();
      let destroyed = false;
      for (const next of events) {
        if (typeof next === 'number') clock.now += next;
        else await take(store, next);
        destroyed ||= next === 'destroy';
        if (destroyed) assert.equal(store.find('id'), null);
      }
      close();
    }),
    { numRuns: 300 },
  );
});

test('a session is found until it was idle for its age; a touch starts the age again', async () => {
  const { store, clock, close } = setUp();
  await take(store, 'set');
  clock.now += AGE - 1;
  await take(store, 'touch');
  clock.now += AGE - 1;
  assert.deepEqual(await take(store, 'get'), DATA);
  clock.now += 1;
  assert.equal(await take(store, 'get'), null);
  await take(store, 'touch');
  assert.equal(await take(store, 'get'), null, 'a touch wakes no expired session');
  close();
});

test('a touch makes no session', async () => {
  const { store, close } = setUp();
  await take(store, 'touch');
  assert.equal(await take(store, 'get'), null);
  close();
});

test('expired rows are pruned, a tombstone stays as long as a slow request may take', async () => {
  const database = openDatabase(':memory:');
  const clock = { now: 1_000_000 };
  const store = new SqliteSessionStore(database, { age: AGE, now: () => clock.now });
  const rows = (): unknown => database.prepare('SELECT count(*) AS n FROM sessions').get()?.['n'];
  store.set('expired', DATA);
  store.destroy('destroyed');
  clock.now += AGE;
  store.set('alive', DATA);
  store.prune();
  assert.equal(rows(), 2);
  assert.equal(store.isDestroyed('destroyed'), true);
  clock.now += 24 * 60 * 60 * 1000;
  store.prune();
  assert.equal(rows(), 0);
  database.close();
});

test('messages are taken once, and those that nobody has fetched go with their session', async () => {
  const database = openDatabase(':memory:');
  const clock = { now: 1_000_000 };
  const store = new SqliteSessionStore(database, { age: AGE, now: () => clock.now });
  const kept = (): unknown => database.prepare('SELECT count(*) AS n FROM flashes').get()?.['n'];
  await take(store, 'set');
  store.flash('id', { a: 'first' });
  store.flash('id', { a: 'second' });
  store.prune();
  assert.deepEqual(store.takeFlash('id'), { a: 'second' });
  assert.equal(store.takeFlash('id'), null);

  store.flash('id', { a: 1 });
  await take(store, 'destroy');
  store.prune();
  assert.equal(kept(), 0, 'after a sign-out');
  store.flash('other', { a: 1 });
  store.set('other', DATA);
  clock.now += AGE;
  store.prune();
  assert.equal(kept(), 0, 'after its age');
  database.close();
});

test('a failure of the database reaches the callback', async () => {
  const { store, close } = setUp();
  close();
  for (const step of ['set', 'touch', 'get', 'destroy'] as const) {
    await assert.rejects(take(store, step), /database is not open/);
  }
});
