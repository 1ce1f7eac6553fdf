import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';

import { describeSessionStore } from '../../testing/describe-session-store.ts';
import { openTestStore } from '../../testing/open-test-store.ts';
import { processStore } from '../../testing/process-store.ts';
import { takeTurns } from '../../testing/take-turns.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { TOMBSTONE_AGE } from '../session-store.ts';
import { stores } from '../stores.ts';

const AGE = 60_000;
const folder = await temporaryFolder();

describeSessionStore("stores.sqlite({ file: ':memory:' })", {
  open: () => openTestStore(stores.sqlite({ file: ':memory:' })),
});

const database = new DatabaseSync(':memory:');
describeSessionStore('stores.sqlite({ database, prefix })', {
  open: () => openTestStore(stores.sqlite({ database, prefix: 'App_' })),
});

const file = join(folder, 'a', 'new', 'folder', 'sessions.db');
describeSessionStore('two of stores.sqlite() over one file', {
  open: () =>
    takeTurns(openTestStore(stores.sqlite({ file })), openTestStore(stores.sqlite({ file }))),
});

const sharedFile = join(folder, 'shared.db');
describeSessionStore('stores.sqlite() in two processes over one file', {
  open: () => takeTurns(processStore(sharedFile), processStore(sharedFile)),
});

test('a database of the app keeps its own tables, and stays open', async () => {
  const own = new DatabaseSync(':memory:');
  own.exec("CREATE TABLE sessions (id TEXT); INSERT INTO sessions VALUES ('mine')");
  const store = openTestStore(stores.sqlite({ database: own }));
  await store.write('id', {}, { age: AGE, version: null });
  await store.close();
  assert.deepEqual({ ...own.prepare('SELECT * FROM sessions').get() }, { id: 'mine' });
  assert.equal(own.prepare('SELECT count(*) AS n FROM ng_session_sessions').get()?.['n'], 1);
  own.close();
});

test('finds the sessions of a user, and what is over, through an index', () => {
  const own = new DatabaseSync(':memory:');
  const store = openTestStore(stores.sqlite({ database: own }));
  const plan = (sql: string): string =>
    own
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((row) => String(row['detail']))
      .join();
  assert.match(
    plan("SELECT id FROM ng_session_sessions WHERE user = '1' AND expires_at > 1"),
    /by_user/,
  );
  assert.match(plan('DELETE FROM ng_session_sessions WHERE expires_at <= 1'), /by_expiry/);
  assert.match(plan('DELETE FROM ng_session_counts WHERE resets_at <= 1'), /by_reset/);
  void store.close();
});

test('prunes what is over at the start and every ten minutes, and keeps tombstones for a day', async (t) => {
  t.mock.timers.enable({ apis: ['Date', 'setInterval'], now: 1_000_000 });
  const own = new DatabaseSync(':memory:');
  const store = openTestStore(stores.sqlite({ database: own }));
  const ids = (): unknown[] =>
    own
      .prepare('SELECT id FROM ng_session_sessions ORDER BY id')
      .all()
      .map((row) => row['id']);
  await store.write('over', {}, { age: AGE, version: null });
  await store.destroy('destroyed');
  t.mock.timers.tick(10 * 60_000);
  assert.deepEqual(ids(), ['destroyed']);
  t.mock.timers.tick(TOMBSTONE_AGE - 11 * 60_000);
  assert.deepEqual(ids(), ['destroyed']);
  t.mock.timers.tick(10 * 60_000);
  assert.deepEqual(ids(), []);
  await store.write('over', {}, { age: AGE, version: null });
  await store.close();
  t.mock.timers.reset();
  assert.deepEqual(ids(), ['over'], 'a store that is closed prunes no more');
  await openTestStore(stores.sqlite({ database: own })).close();
  assert.deepEqual(ids(), []);
});

test('counts for all processes that share the file, each window anew', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  const counted = join(folder, 'counted.db');
  const first = openTestStore(stores.sqlite({ file: counted }));
  const second = openTestStore(stores.sqlite({ file: counted }));
  const [a, b, other] = [first.counter?.('x'), second.counter?.('x'), second.counter?.('y')];
  for (const each of [a, b, other]) await each?.init?.({ windowMs: AGE } as never);
  assert.equal((await a?.increment('key'))?.totalHits, 1);
  t.mock.timers.tick(1000);
  assert.deepEqual(await b?.increment('key'), {
    totalHits: 2,
    resetTime: new Date(1_000_000 + AGE),
  });
  assert.equal((await other?.increment('key'))?.totalHits, 1);
  assert.equal((await a?.increment('other key'))?.totalHits, 1);
  await a?.decrement('key');
  assert.equal((await b?.get?.('key'))?.totalHits, 1);
  t.mock.timers.tick(AGE);
  assert.equal(await b?.get?.('key'), undefined);
  assert.deepEqual(await a?.increment('key'), {
    totalHits: 1,
    resetTime: new Date(1_000_000 + 1000 + 2 * AGE),
  });
  await b?.resetKey('key');
  assert.equal(await a?.get?.('key'), undefined);
  await first.close();
  await second.close();
});

test('a file that is no database is told at the start, and left as it is', async () => {
  const own = await temporaryFolder();
  await writeFile(join(own, 'text'), 'no database, but a text that somebody may need'.repeat(50));
  assert.throws(() => openTestStore(stores.sqlite({ file: join(own, 'text') })), {
    code: 'store-unavailable',
    message: /can not be opened as a database/,
  });
  assert.throws(() => openTestStore(stores.sqlite({ file: join(own, 'text', 'below') })), {
    code: 'store-unavailable',
  });
  assert.deepEqual(await readdir(own), ['text']);
});

test('a database that fails is told as store-failed, with its cause', async () => {
  const own = new DatabaseSync(':memory:');
  const store = openTestStore(stores.sqlite({ database: own }));
  own.close();
  await assert.rejects(store.read('id'), {
    code: 'store-failed',
    message: 'ng-session-express: The session store could not read. See the cause.',
  });
});
