import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import type { StoredSession } from '../stores/session-store.ts';
import { addSlowRoute } from '../testing/slow-route.ts';
import { rightPassword, startTestServer, UMA } from '../testing/start-test-server.ts';
import { mergeChanges } from './merge-changes.ts';

type Row = readonly [
  what: string,
  before: StoredSession,
  mine: StoredSession,
  theirs: StoredSession,
  merged: StoredSession,
];

const rows: readonly Row[] = [
  ['nothing', { a: 1 }, { a: 1 }, { a: 1 }, { a: 1 }],
  ['a change of mine', { a: 1 }, { a: 2 }, { a: 1 }, { a: 2 }],
  ['a change of theirs', { a: 1 }, { a: 1 }, { a: 2 }, { a: 2 }],
  ['different keys', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 2 }],
  ['the same key: mine is the later', { a: 1 }, { a: 2 }, { a: 3 }, { a: 2 }],
  ['new keys', {}, { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
  ['a key that I have removed', { a: 1, b: 1 }, { b: 1 }, { a: 1, b: 2 }, { b: 2 }],
  ['a key that they have removed', { a: 1, b: 1 }, { a: 1, b: 2 }, { b: 1 }, { b: 2 }],
  ['a key that I have removed and they have changed', { a: 1 }, {}, { a: 2 }, {}],
  ['a key that they have removed and I have changed', { a: 1 }, { a: 2 }, {}, { a: 2 }],
  [
    'deep keys',
    { a: { b: { c: 1 } } },
    { a: { b: { c: 1, d: 2 } } },
    { a: { b: { c: 3 } } },
    { a: { b: { c: 3, d: 2 } } },
  ],
  [
    'objects that are new on both sides',
    {},
    { a: { b: 1 } },
    { a: { c: 2 } },
    { a: { b: 1, c: 2 } },
  ],
  [
    'a name of what objects inherit that I have removed',
    { constructor: 1, a: 1 },
    { a: 1 },
    { constructor: 1, a: 2 },
    { a: 2 },
  ],
  ['lists: mine as a whole', { a: [1] }, { a: [1, 2] }, { a: [1, 3] }, { a: [1, 2] }],
  ['an object in place of a text', { a: 'x' }, { a: { b: 1 } }, { a: 'y' }, { a: { b: 1 } }],
  ['a text in place of an object', { a: { b: 1 } }, { a: 'x' }, { a: { b: 2 } }, { a: 'x' }],
  ['null is a value', { a: 1, b: 1 }, { a: null, b: 1 }, { a: 1, b: null }, { a: null, b: null }],
  [
    'names of what objects inherit',
    {},
    { constructor: 1 },
    { toString: 2 },
    { constructor: 1, toString: 2 },
  ],
];
for (const [what, before, mine, theirs, merged] of rows) {
  test(`merges ${what}`, () => {
    assert.deepEqual(mergeChanges(before, mine, theirs), merged);
  });
}

test('an own key __proto__ stays a key', () => {
  const mine = JSON.parse('{"a":{"__proto__":{"admin":true}}}') as StoredSession;
  const merged = mergeChanges({}, mine, { a: { b: 1 } });
  assert.equal(JSON.stringify(merged), '{"a":{"b":1,"__proto__":{"admin":true}}}');
  assert.equal('admin' in {}, false);
});

const leaf = fc.oneof(fc.integer(), fc.constant(null), fc.string(), fc.array(fc.integer()));
const tree = dictionary(fc.oneof(leaf, dictionary(leaf))) as fc.Arbitrary<StoredSession>;
/** New values for some keys; `undefined` removes one. */
const change = dictionary(fc.option(leaf, { nil: undefined }));

function dictionary<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value, { noNullPrototype: true });
}

function apply(session: StoredSession, changed: Record<string, unknown>): StoredSession {
  const all = Object.entries({ ...session, ...changed });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as StoredSession;
}

test('merging changes of different keys gives what either order of them gives', () => {
  fc.assert(
    fc.property(tree, change, change, (before, mine, all) => {
      const theirs = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in mine)));
      const merged = mergeChanges(before, apply(before, mine), apply(before, theirs));
      assert.deepEqual(merged, apply(apply(before, mine), theirs));
      assert.deepEqual(merged, apply(apply(before, theirs), mine));
    }),
  );
});

test('merging with nothing changes nothing, and changes none of what it was given', () => {
  fc.assert(
    fc.property(tree, tree, (before, after) => {
      const texts = JSON.stringify([before, after]);
      for (const merged of [
        mergeChanges(before, before, after),
        mergeChanges(before, after, before),
        mergeChanges(before, after, after),
      ]) {
        assert.deepEqual(merged, after);
      }
      assert.equal(JSON.stringify([before, after]), texts);
    }),
  );
});

test('of many requests at once that change different keys, all changes stay', async (t) => {
  const server = await startTestServer(t);
  const names = Array.from({ length: 8 }, (_, index) => `key${index}`);
  const routes = names.map((name) =>
    addSlowRoute(server.routes, {
      path: `/${name}`,
      work: ({ session }) => void (session.data[name] = name),
    }),
  );
  const browser = server.browser();
  await browser.signIn(rightPassword(UMA));
  await browser.send('PUT', '/api/session/data', { json: { before: true } });
  const requests = [];
  for (const route of routes) requests.push(await route.begin(browser));
  const answers = await Promise.all(requests.map((request) => request.end()));
  assert.ok(answers.every(({ status }) => status === 200));
  const { body } = await browser.send('GET', '/api/session/data');
  assert.deepEqual(body, {
    before: true,
    ...Object.fromEntries(names.map((name) => [name, name])),
  });
});
