import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openDatabase } from './open-database.ts';

const modeOf = async (...path: string[]): Promise<number> =>
  (await stat(join(...path))).mode & 0o777;

/** Has another process ask for the file alone, as the last one that leaves does to clear up; returns what it is told. */
function askForItAlone(path: string): string {
  const script = `
    const database = new (require('node:sqlite').DatabaseSync)(process.argv[1]);
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  `;
  return spawnSync(process.execPath, ['-e', script, path], { encoding: 'utf8' }).stderr;
}

test('a new file, and what SQLite puts beside it, is for nobody else', async () => {
  const folder = await temporaryFolder();
  const database = openDatabase(join(folder, 'new.db'));
  database.exec('CREATE TABLE some (id TEXT)');
  const names = (await readdir(folder)).sort();
  assert.deepEqual(names, ['new.db', 'new.db-shm', 'new.db-wal']);
  for (const name of names) assert.equal(await modeOf(folder, name), 0o600, name);
  database.close();
});

test('a file that is there keeps who may read it', async () => {
  const path = join(await temporaryFolder(), 'shared.db');
  await writeFile(path, '');
  await chmod(path, 0o660);
  openDatabase(path).close();
  assert.equal(await modeOf(path), 0o660);
});

test('a file that is opened twice in this process is locked against others until both are closed', async () => {
  const path = join(await temporaryFolder(), 'twice.db');
  const first = openDatabase(path);
  first.exec('CREATE TABLE some (id TEXT)');
  const second = openDatabase(path);
  assert.match(askForItAlone(path), /database is locked/);
  second.close();
  assert.match(askForItAlone(path), /database is locked/);
  first.close();
  assert.doesNotMatch(askForItAlone(path), /Error/);
});
