import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';

import { openTestStore } from '../../testing/open-test-store.ts';
import { processStore } from '../../testing/process-store.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { stores } from '../stores.ts';

const AGE = 60_000;
const folder = await temporaryFolder();

/** Makes a file with the table as it was before sessions were noted to go on under another id. */
function openOldFile(name: string, Database = DatabaseSync): { path: string; own: DatabaseSync } {
  const path = join(folder, name);
  const own = new Database(path);
  own.exec(`
    CREATE TABLE ng_session_sessions (
      id TEXT PRIMARY KEY, session TEXT, user TEXT, version TEXT NOT NULL, expires_at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO ng_session_sessions VALUES ('kept', '{"data":1}', '3', 'first', ${Date.now() + AGE});
  `);
  return { path, own };
}

test('a table of before gets what it lacks, and keeps its sessions', async () => {
  const { path, own } = openOldFile('old.db');
  own.close();
  for (const start of ['first', 'second']) {
    const store = openTestStore(stores.sqlite({ file: path }));
    assert.deepEqual((await store.read('kept'))?.session, { data: 1 }, start);
    await store.destroy(start, 'next');
    assert.equal((await store.destroy(start)).successor, 'next');
    await store.close();
  }
});

test('two processes that start at once with a table of before both get it', async () => {
  const { path, own } = openOldFile('old-in-two.db');
  own.close();
  const both = [processStore(path), processStore(path)];
  for (const store of both) assert.equal((await store.read('kept'))?.version, 'first');
  for (const store of both) await store.close();
});

test('a table of before that another process changes in between is left as that made it', async () => {
  /** Where another process is that little bit faster. */
  class SlowDatabase extends DatabaseSync {
    override exec(sql: string): void {
      if (sql.includes('BEGIN')) void openTestStore(stores.sqlite({ file: path })).close();
      super.exec(sql);
    }
  }
  const { path, own } = openOldFile('old-at-once.db', SlowDatabase);
  const store = openTestStore(stores.sqlite({ database: own }));
  assert.equal((await store.read('kept'))?.version, 'first');
  await store.close();
  assert.equal(own.isTransaction, false);
  own.close();
});

test('a table of before that can not be changed leaves the database of the app as it was', () => {
  class FullDatabase extends DatabaseSync {
    override exec(sql: string): void {
      if (sql.includes('ALTER')) throw new Error('database or disk is full');
      super.exec(sql);
    }
  }
  const { own } = openOldFile('old-and-full.db', FullDatabase);
  assert.throws(() => openTestStore(stores.sqlite({ database: own })), { code: 'store-failed' });
  assert.equal(own.isTransaction, false);
  own.close();
});
