import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { describeSessionStore } from '../testing/describe-session-store.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { TOMBSTONE_AGE } from './session-store.ts';
import { stores } from './stores.ts';

const AGE = 60_000;

const shared = await temporaryFolder();
describeSessionStore('stores.file()', {
  open: () => openTestStore(stores.file({ location: join(shared, 'made', 'for it') })),
});

test('a session outlives the process, and so does its end', async () => {
  const location = await temporaryFolder();
  const before = openTestStore(stores.file({ location }));
  await before.write('kept', { a: 1 }, { age: AGE, version: null });
  await before.destroy('ended');
  await before.close();
  const after = openTestStore(stores.file({ location }));
  assert.deepEqual((await after.read('kept'))?.session, { a: 1 });
  assert.notEqual(await after.destroyedAt('ended'), null);
  await after.close();
});

test('nobody else can read the files, and their names tell no id', async () => {
  const location = join(await temporaryFolder(), 'new');
  const store = openTestStore(stores.file({ location }));
  await store.write('../id', {}, { age: AGE, version: null });
  await store.touch('../id', AGE);
  const [name = '', ...others] = await readdir(location);
  assert.deepEqual(others, []);
  assert.match(name, /^[0-9a-f]{64}\.json$/);
  assert.equal((await stat(join(location, name))).mode & 0o777, 0o600);
  assert.equal((await stat(location)).mode & 0o777, 0o700);
  await store.close();
});

const damaged = [
  '',
  '{',
  'null',
  '[]',
  '{"id":1}',
  '{"id":"a","text":1,"version":"b","expiresAt":1}',
];
for (const content of damaged) {
  test(`a file that holds ${content || 'nothing'} has ended its session, and is told`, async () => {
    const location = await temporaryFolder();
    const store = openTestStore(stores.file({ location }));
    await store.write('id', {}, { age: AGE, version: null });
    const version = (await store.read('id'))?.version ?? null;
    const [name = ''] = await readdir(location);
    await writeFile(join(location, name), content);
    const warned = once(process, 'warning');
    assert.equal(await store.read('id'), null);
    const [warning] = (await warned) as [Error & { code: string }];
    assert.equal(warning.code, 'NG_SESSION_CORRUPT_FILE');
    assert.equal(await store.write('id', {}, { age: AGE, version }), 'ended');
    assert.equal(await store.write('id', {}, { age: AGE, version: null }), 'ended');
    assert.notEqual(await store.destroyedAt('id'), null);
    await store.close();
  });
}

test('prunes what is over, and what a crash has left behind', async () => {
  const location = await temporaryFolder();
  const first = openTestStore(stores.file({ location }));
  await first.write('kept', { a: 1 }, { age: AGE, version: null });
  await first.write('over', {}, { age: 1, version: null });
  await first.destroy('destroyed');
  await first.close();
  const old = new Date(Date.now() - 2 * TOMBSTONE_AGE);
  const leftBehind = join(location, `${'a'.repeat(64)}.json.123`);
  const damagedFile = join(location, `${'b'.repeat(64)}.json`);
  for (const file of [leftBehind, damagedFile]) {
    await writeFile(file, '{');
    await utimes(file, old, old);
  }
  await writeFile(join(location, 'of-somebody-else.json'), '{}');

  const second = openTestStore(stores.file({ location }));
  const left = async (): Promise<readonly string[]> => readdir(location);
  while ((await left()).length > 3) await new Promise(setImmediate);
  const texts = await Promise.all(
    (await left()).map((name) => readFile(join(location, name), 'utf8')),
  );
  assert.equal(texts.filter((text) => text.includes('"id":"kept"')).length, 1);
  assert.equal(texts.filter((text) => text.includes('"id":"destroyed"')).length, 1);
  assert.equal(texts.filter((text) => text === '{}').length, 1);
  await second.close();
});

test('a folder that can not be made is told at the start', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  assert.throws(() => openTestStore(stores.file({ location: join(file, 'folder') })), {
    code: 'store-unavailable',
    message: /the folder can not be made/,
  });
});
