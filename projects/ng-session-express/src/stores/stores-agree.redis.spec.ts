import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';

import fc from 'fast-check';

import { openTestStore } from '../testing/open-test-store.ts';
import { RedisServer } from '../testing/redis-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { SessionStore, StoredSession } from './session-store.ts';
import { stores } from './stores.ts';

const AGE = 60_000;

const server = await RedisServer.start();
const others: Readonly<Record<string, SessionStore>> = {
  sqlite: openTestStore(stores.sqlite({ file: ':memory:' })),
  redis: openTestStore(stores.redis({ url: server.url })),
  file: openTestStore(stores.file({ location: await temporaryFolder() })),
};
const memory = openTestStore(stores.memory());
after(async () => {
  for (const store of [memory, ...Object.values(others)]) await store.close();
  await server.stop();
});

interface Step {
  readonly what: 'read' | 'write' | 'begin' | 'touch' | 'destroy' | 'renew' | 'list';
  readonly id: 'a' | 'b';
  readonly session: StoredSession;
}

const step = fc.record<Step>({
  what: fc.constantFrom('read', 'write', 'begin', 'touch', 'destroy', 'renew', 'list'),
  id: fc.constantFrom('a', 'b'),
  session: fc.record(
    { userId: fc.constantFrom('1', 1), data: fc.jsonValue() as fc.Arbitrary<never> },
    { requiredKeys: ['data'] },
  ),
});

/** Takes the steps, and tells all that the store has answered. A writer knows what it has read last. */
async function answers(store: SessionStore, steps: readonly Step[]): Promise<readonly string[]> {
  const run = randomUUID();
  const versions = new Map<string, string>();
  const take = async ({ what, id, session }: Step): Promise<unknown> => {
    const key = `${run}-${id}`;
    if (what === 'read') {
      const read = await store.read(key);
      if (read) versions.set(id, read.version);
      return [read?.session, (await store.destroyedAt(key)) !== null];
    }
    if (what === 'write') {
      return store.write(key, session, { age: AGE, version: versions.get(id) ?? 'unknown' });
    }
    if (what === 'begin') return store.write(key, session, { age: AGE, version: null });
    if (what === 'touch') return store.touch(key, AGE);
    if (what === 'destroy' || what === 'renew') {
      const next = what === 'renew' ? [`${run}-next`] : [];
      const { wasAlive, successor } = await store.destroy(key, ...next);
      return [wasAlive, successor !== null];
    }
    const listed = (await store.list?.('1')) ?? [];
    const own = listed.filter((each) => each.id.startsWith(run));
    return own.toSorted((one, other) => one.id.localeCompare(other.id)).map((each) => each.session);
  };
  const answered: string[] = [];
  for (const each of steps) answered.push(JSON.stringify([await take(each)]));
  // What is listed here would slow down all that follow.
  for (const id of ['a', 'b']) await store.destroy(`${run}-${id}`);
  return answered;
}

for (const [name, store] of Object.entries(others)) {
  test(`${name} answers whatever comes as the store in memory does`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        assert.deepEqual(await answers(store, steps), await answers(memory, steps));
      }),
      // Files wait for the disk.
      { numRuns: name === 'file' ? 20 : 200 },
    );
  });
}
