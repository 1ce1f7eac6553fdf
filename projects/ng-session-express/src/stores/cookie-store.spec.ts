import assert from 'node:assert/strict';
import { test } from 'node:test';

import { sealData } from 'iron-session';

import { openStore } from './open-store.ts';
import type { SealedStore } from './session-store.ts';
import { stores } from './stores.ts';

const OLDEST = 'oldest-secret-of-32-characters!!';
const OLDER = 'older-secret-of-32-characters!!!';
const NEWER = 'newer-secret-of-32-characters!!!';
const AGE = 60_000;

function open(secrets: readonly string[], cookieName = 'sid'): SealedStore {
  const store = openStore(stores.cookie(), { secrets, cookieName });
  if (!('sealed' in store)) throw new TypeError('It should seal.');
  return store;
}

test('a cookie gives back what was sealed, and shows none of it', async () => {
  const store = open([NEWER]);
  const session = { userId: 'uma', text: 'ключ 🔑', list: [], object: {}, big: 2 ** 53 - 1 };
  const text = await store.seal('the-id', session, AGE);
  assert.deepEqual(await store.unseal(text), { id: 'the-id', session });
  assert.match(text, /^[\w*.~-]+$/, 'a cookie holds it as it is');
  assert.doesNotMatch(Buffer.from(text, 'base64').toString() + text, /uma|the-id/);
  assert.notEqual(await store.seal('the-id', session, AGE), text, 'each seal differs');
});

const rotations: readonly [string, readonly string[], boolean][] = [
  ['the same secret', [OLDER], true],
  ['a newer secret in front', [NEWER, OLDER], true],
  ['an older one behind', [OLDER, OLDEST], true],
  ['the third of three', [NEWER, OLDEST, OLDER], true],
  ['other secrets', [NEWER, OLDEST], false],
];
for (const [what, secrets, opens] of rotations) {
  test(`${what}: a cookie that is there is ${opens ? 'opened' : 'refused'}`, async () => {
    const text = await open([OLDER]).seal('id', {}, AGE);
    assert.equal((await open(secrets).unseal(text))?.id, opens ? 'id' : undefined);
  });
}

test('the first secret seals: the others can be dropped when their time is over', async () => {
  const text = await open([NEWER, OLDER]).seal('id', {}, AGE);
  assert.equal((await open([NEWER]).unseal(text))?.id, 'id');
  assert.equal(await open([OLDER]).unseal(text), null);
});

test('what was made up, cut, or sealed for something else is refused', async () => {
  const store = open([NEWER]);
  const text = await store.seal('id', {}, AGE);
  const other = await sealData({ userId: 1 }, { password: NEWER });
  const half = text.slice(0, text.length / 2);
  for (const each of ['', 'Fe26.2', 'x'.repeat(10_000), half, text.slice(1), other]) {
    assert.equal(await store.unseal(each), null, each.slice(0, 20));
  }
});

test('no change of a letter makes another session', async () => {
  const store = open([NEWER]);
  const text = await store.seal('id', { userId: 1 }, AGE);
  const changed = Array.from(
    text,
    (letter, at) => text.slice(0, at) + (letter === 'A' ? 'B' : 'A') + text.slice(at + 1),
  );
  const opened = (await Promise.all(changed.map((each) => store.unseal(each)))).filter(Boolean);
  // Base64 has letters whose last bits mean nothing; behind them stands the version of the format.
  assert.ok(opened.length < 5, `${opened.length} of ${changed.length} were opened`);
  for (const each of opened) assert.deepEqual(each, { id: 'id', session: { userId: 1 } });
});

test('a cookie ends with its age, to the millisecond', async (t) => {
  const store = open([NEWER]);
  t.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  const text = await store.seal('id', {}, AGE);
  t.mock.timers.tick(AGE - 1);
  assert.notEqual(await store.unseal(text), null);
  t.mock.timers.tick(1);
  assert.equal(await store.unseal(text), null);
});

test('what does not fit into a cookie is refused with the figures, name and bytes counted', async () => {
  const store = open([NEWER]);
  const sizes = async (length: number): Promise<number> =>
    Buffer.byteLength(`sid=${await store.seal('id', { text: 'x'.repeat(length) }, AGE)}`);
  let length = 2000;
  while (await sizes(length + 1).catch(() => 0)) length++;
  const largest = await sizes(length);
  assert.ok(largest <= 4096 && largest > 4000, String(largest));
  await assert.rejects(store.seal('id', { text: 'x'.repeat(length + 1) }, AGE), {
    code: 'session-too-large',
    message: /a cookie of 4\d{3} bytes; browsers keep 4096/,
  });
  const longName = open([NEWER], 's'.repeat(200));
  await assert.rejects(longName.seal('id', { text: 'x'.repeat(length) }, AGE), {
    code: 'session-too-large',
  });
  await assert.rejects(store.seal('id', { text: '漢'.repeat(length / 2) }, AGE), {
    code: 'session-too-large',
  });
});

for (const secrets of [[], ['short'], [NEWER, 'x'.repeat(31)]]) {
  test(`${secrets.length} secrets, the last of ${secrets.at(-1)?.length ?? 0} characters, are refused`, () => {
    assert.throws(
      () => open(secrets),
      (error: Error & { code?: string }) =>
        error.code === 'invalid-config' &&
        error.message.includes('32 characters or more') &&
        !error.message.includes('short'),
    );
  });
}
