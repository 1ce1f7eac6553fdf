import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import { openDatabase } from './open-database.ts';
import { secretsOf } from './secrets-of.ts';

const SECRET = 'a-secret-of-this-test-that-is-long-enough';
const DEVELOPMENT = { production: false, sessionSecrets: [] };

function temporaryFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'demo-api-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'new', 'demo.sqlite');
}

function open(t: TestContext, file: string) {
  const database = openDatabase(file);
  t.after(() => database.close());
  return database;
}

test('a database has a secret of its own, and keeps it', (t) => {
  const file = temporaryFile(t);
  const [secret = '', ...others] = secretsOf(DEVELOPMENT, open(t, file));
  assert.equal(Buffer.from(secret, 'base64url').length, 32);
  assert.deepEqual(others, []);
  assert.deepEqual(secretsOf(DEVELOPMENT, open(t, file)), [secret]);
  assert.notDeepEqual(secretsOf(DEVELOPMENT, open(t, ':memory:')), [secret]);
});

test('what was set counts instead, and in production nothing else does', (t) => {
  const database = open(t, ':memory:');
  const set = { production: false, sessionSecrets: [SECRET] };
  assert.deepEqual(secretsOf(set, database), [SECRET]);
  assert.deepEqual(secretsOf({ production: true, sessionSecrets: [] }, database), []);
  assert.equal(database.prepare('SELECT * FROM development_secret').get(), undefined);
});

test('no other user of the machine reads the database', async (t) => {
  const file = temporaryFile(t);
  secretsOf(DEVELOPMENT, open(t, file));
  const folder = join(file, '..');
  const files = await readdir(folder);
  assert.ok(files.includes('demo.sqlite-wal'));
  for (const path of [folder, ...files.map((name) => join(folder, name))]) {
    assert.equal(statSync(path).mode & 0o077, 0, path);
  }
});
