import assert from 'node:assert/strict';
import type { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import { openDatabase } from '../database/open-database.ts';
import { RefreshTokens } from './refresh-tokens.ts';

const NOW = Date.UTC(2026, 0, 1);
const AGE = 3_600_000;
const GRACE = 10_000;
const [UMA, ELI] = [1, 2];

interface Setting {
  readonly database: DatabaseSync;
  readonly tokens: RefreshTokens;
  readonly reused: number[];
  wait(milliseconds: number): void;
}

function setUp(t: TestContext): Setting {
  t.mock.timers.enable({ apis: ['Date'], now: NOW });
  const database = openDatabase(':memory:');
  t.after(() => database.close());
  for (const name of ['Uma', 'Eli']) {
    database
      .prepare("INSERT INTO users (email, name, roles, password_hash) VALUES (?, ?, '[]', '')")
      .run(name, name);
  }
  const reused: number[] = [];
  const settings = { age: 1000, refreshAge: AGE, refreshGrace: GRACE };
  const tokens = new RefreshTokens(database, settings, (userId) => reused.push(userId));
  return { database, tokens, reused, wait: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

const rows = (database: DatabaseSync): Record<string, unknown>[] =>
  database.prepare('SELECT * FROM refresh_tokens').all();

test('each refresh replaces the token, and none moves the end', (t) => {
  const { tokens, wait } = setUp(t);
  const all = [tokens.begin(UMA)];
  for (let n = 0; n < 5; n++) {
    wait(60_000);
    const next = tokens.rotate(all.at(-1)?.token ?? '');
    assert.ok(next);
    assert.deepEqual([next.userId, next.expiresAt], [UMA, NOW + AGE]);
    all.push(next);
  }
  assert.equal(new Set(all.map(({ token }) => token)).size, all.length);
});

test('a token that comes back after the grace ends its family, the newest of it too', (t) => {
  const { tokens, reused, wait } = setUp(t);
  const first = tokens.begin(UMA).token;
  const second = tokens.rotate(first)?.token ?? '';
  wait(GRACE);
  assert.equal(tokens.rotate(first), null);
  assert.deepEqual(reused, [UMA]);
  assert.equal(tokens.rotate(second), null);
  assert.deepEqual(reused, [UMA], 'there is nothing left to end');
});

test('a token that is forgotten by now ends its family all the same', (t) => {
  const { database, tokens, reused, wait } = setUp(t);
  const first = tokens.begin(UMA).token;
  let latest = first;
  for (let n = 0; n < 9; n++) {
    wait(GRACE);
    latest = tokens.rotate(latest)?.token ?? '';
  }
  assert.equal(rows(database).length, 2, 'the latest, and the one before it');
  assert.equal(tokens.rotate(first), null);
  assert.equal(tokens.rotate(latest), null);
  assert.deepEqual(reused, [UMA]);
});

test('within the grace there is the same successor again', (t) => {
  const { tokens, reused, wait } = setUp(t);
  const first = tokens.begin(UMA).token;
  const second = tokens.rotate(first);
  wait(GRACE - 1);
  assert.deepEqual(tokens.rotate(first), second);
  const third = tokens.rotate(second?.token ?? '');
  assert.deepEqual(tokens.rotate(first), third, 'the one that counts, were there two refreshes');
  assert.deepEqual(reused, []);
});

for (const [steps, isFollowed] of [
  [100, true],
  [101, false],
] as const) {
  test(`within the grace, the successors are followed ${steps} times: ${isFollowed}`, (t) => {
    const { tokens, reused } = setUp(t);
    const first = tokens.begin(UMA).token;
    let latest = tokens.rotate(first);
    for (let n = 1; n < steps; n++) latest = tokens.rotate(latest?.token ?? '');
    assert.ok(latest);
    assert.deepEqual(tokens.rotate(first), isFollowed ? latest : null);
    assert.deepEqual(reused, isFollowed ? [] : [UMA]);
    assert.equal(tokens.rotate(latest.token) !== null, isFollowed);
  });
}

test('a family ends alone: other sign-ins of the user, and other users, stay', (t) => {
  const { tokens } = setUp(t);
  const [one, other, eli] = [tokens.begin(UMA), tokens.begin(UMA), tokens.begin(ELI)];
  tokens.revoke(one.token);
  assert.equal(tokens.rotate(one.token), null);
  assert.equal(tokens.rotate(other.token)?.userId, UMA);
  assert.equal(tokens.rotate(eli.token)?.userId, ELI);
});

test('one that was replaced ends its family too, as after a lost answer', (t) => {
  const { tokens } = setUp(t);
  const first = tokens.begin(UMA).token;
  const second = tokens.rotate(first)?.token ?? '';
  tokens.revoke(first);
  assert.equal(tokens.rotate(second), null);
});

test('a token that is over counts no more, and the next sign-in prunes it', (t) => {
  const { database, tokens, reused, wait } = setUp(t);
  const [first, second] = [tokens.begin(UMA).token, tokens.begin(UMA).token];
  wait(AGE - 1);
  assert.ok(tokens.rotate(first));
  wait(1);
  assert.equal(tokens.rotate(second), null);
  assert.deepEqual(reused, [], 'its end is no theft');
  assert.ok(rows(database).length > 0);
  const latest = tokens.begin(ELI).token;
  assert.deepEqual(
    rows(database).map(({ user_id }) => user_id),
    [ELI],
  );
  assert.ok(tokens.rotate(latest));
});

for (const token of ['', '.', 'canary', 'a.b', '%00', 'x'.repeat(10_000)]) {
  test(`"${token.slice(0, 10)}" is no token of anybody`, (t) => {
    const { tokens, reused } = setUp(t);
    const own = tokens.begin(UMA).token;
    assert.equal(tokens.rotate(token), null);
    tokens.revoke(token);
    assert.ok(tokens.rotate(own));
    assert.deepEqual(reused, []);
  });
}

for (const column of ['hash', 'salt']) {
  test(`what is stored signs nobody in: the ${column}`, (t) => {
    const { database, tokens } = setUp(t);
    const first = tokens.begin(UMA).token;
    const second = tokens.rotate(first)?.token ?? '';
    const stored = rows(database).map((row) => ({ family: row['family'], secret: row[column] }));
    for (const token of [first, second]) {
      assert.equal(JSON.stringify(rows(database)).includes(token.split('.')[1] ?? ''), false);
    }
    // One of them: a wrong secret ends the family.
    const { family, secret } = stored.find((one) => one.secret !== null) ?? {};
    assert.equal(tokens.rotate(`${String(family)}.${String(secret)}`), null);
  });
}

test('nobody keeps the tokens of a user who is gone', (t) => {
  const { database, tokens } = setUp(t);
  const { token } = tokens.begin(UMA);
  database.prepare('DELETE FROM users WHERE id = ?').run(UMA);
  assert.equal(tokens.rotate(token), null);
});

test('a rotation that fails halfway has changed nothing', (t) => {
  const { database, tokens } = setUp(t);
  const { token } = tokens.begin(UMA);
  database.exec(
    "CREATE TRIGGER full BEFORE INSERT ON refresh_tokens BEGIN SELECT RAISE(ABORT, 'full'); END",
  );
  assert.throws(() => tokens.rotate(token), /full/);
  database.exec('DROP TRIGGER full');
  assert.equal(tokens.rotate(token)?.userId, UMA);
  assert.equal(rows(database).length, 2);
});
