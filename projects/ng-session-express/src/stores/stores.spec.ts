import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { temporaryFolder } from '../testing/temporary-folder.ts';
import { stores } from './stores.ts';

const PASSWORD = 'a-password';

const wrong: readonly [string, () => unknown, RegExp][] = [
  ['no location', () => stores.file({} as never), /stores\.file\(\{ location \}\)/],
  ['an empty location', () => stores.file({ location: ' ' }), /'\.\/data\/sessions'/],
  ['no file', () => stores.sqlite({} as never), /stores\.sqlite\(\{ file \}\)/],
  ['no database', () => stores.sqlite({ database: {} as never }), /DatabaseSync/],
  ['null for a database', () => stores.sqlite({ database: null as never }), /DatabaseSync/],
  ['SQL as a prefix', () => stores.sqlite({ file: 'a', prefix: 'x; DROP' }), /prefix/],
  ['a digit first', () => stores.sqlite({ file: 'a', prefix: '1a' }), /prefix/],
  ['no URL', () => stores.redis({} as never), /stores\.redis\(\{ url \}\)/],
  ['no URL of Redis', () => stores.redis({ url: `http://:${PASSWORD}@host` }), /redis:\/\//],
  ['half a URL', () => stores.redis({ url: `redis:${PASSWORD}@host:x:y` }), /redis:\/\//],
  ['no client', () => stores.redis({ client: {} as never }), /package 'redis'/],
  ['an empty prefix', () => stores.redis({ url: 'redis://h' }, { prefix: '' }), /prefix/],
  ...[0, -1, 1.5, NaN, Infinity, 2 ** 31, '1s'].map((timeout): [string, () => unknown, RegExp] => [
    `a timeout of ${timeout}`,
    () => stores.redis({ url: 'redis://host' }, { timeout: timeout as number }),
    /timeout/,
  ]),
];
for (const [what, make, message] of wrong) {
  test(`${what} is refused when the store is chosen`, () => {
    assert.throws(make, (error: Error & { code?: string }) => {
      assert.equal(error.code, 'invalid-config');
      assert.match(error.message, message);
      assert.ok(!error.message.includes(PASSWORD));
      return true;
    });
  });
}

test('stores.select() takes the one that is named, and opens no other', async () => {
  const folder = await temporaryFolder();
  const choices = {
    memory: stores.memory(),
    file: stores.file({ location: join(folder, 'files') }),
    sqlite: stores.sqlite({ file: join(folder, 'sessions.db') }),
  };
  assert.equal(stores.select('memory', choices), choices.memory);
  const store = stores.select('file', choices)({ secrets: [], cookieName: 'sid' });
  assert.deepEqual(await readdir(folder), ['files']);
  if ('close' in store) await store.close();
});

for (const name of [
  undefined,
  '',
  'Memory',
  'constructor',
  '__proto__',
  `redis://:${PASSWORD}@h`,
]) {
  test(`stores.select() refuses the name ${name}, and says which there are`, () => {
    const choices = { memory: stores.memory(), cookie: stores.cookie() };
    assert.throws(
      () => stores.select(name, choices),
      (error: Error & { code?: string }) => {
        assert.equal(error.code, 'invalid-config');
        assert.match(error.message, /Set it to one of: memory, cookie\.$/);
        assert.match(error.message, name ? /is unknown/ : /is not set/);
        assert.ok(!error.message.includes(PASSWORD));
        return true;
      },
    );
  });
}
