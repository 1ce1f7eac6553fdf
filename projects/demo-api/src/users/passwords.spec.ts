import assert from 'node:assert/strict';
import { test } from 'node:test';

import { argon2Passwords } from './passwords.ts';

test('passwords are hashed with argon2id, each with its own salt', async () => {
  const [first, second] = [await argon2Passwords.hash('same'), await argon2Passwords.hash('same')];
  assert.match(first, /^\$argon2id\$v=19\$m=19456,/);
  assert.notEqual(first, second);
  assert.equal(await argon2Passwords.verify(first, 'same'), true);
  assert.equal(await argon2Passwords.verify(first, 'other'), false);
});
