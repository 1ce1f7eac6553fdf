import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { openDatabase } from './open-database.ts';

/** What another process does that clears up behind itself. */
const ASK_FOR_IT_ALONE = `
  const database = new (require('node:sqlite').DatabaseSync)(process.argv[1]);
  database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
`;

test('to open the file again in this process leaves its locks alone', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-api-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'demo.sqlite');
  const [first, second] = [openDatabase(file), openDatabase(file)];
  const other = spawnSync(process.execPath, ['-e', ASK_FOR_IT_ALONE, file], { encoding: 'utf8' });
  assert.match(other.stderr, /database is locked/);
  second.close();
  first.close();
});
