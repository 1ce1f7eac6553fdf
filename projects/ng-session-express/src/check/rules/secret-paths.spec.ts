import assert from 'node:assert/strict';
import { test } from 'node:test';

import { secretPathsOf } from './secret-paths.ts';

for (const [user, paths] of [
  [{ id: 1, name: 'Ada', roles: ['admin'] }, []],
  [
    {
      hasPassword: true,
      passwordChangedAt: '2026-01-01T00:00:00Z',
      password: null,
      passwordHint: '',
    },
    [],
  ],
  [{ avatarHash: '205e460b479e2e5b48aec07710c08d50' }, []],
  [{ password: 'x' }, ['password']],
  [
    { passwordHash: 'x', hash: 'x', salt: 'x', clientSecret: 'x' },
    ['passwordHash', 'hash', 'salt', 'clientSecret'],
  ],
  [{ logins: [{ pwd: 'x' }] }, ['logins.0.pwd']],
  [
    { a: '$2y$10$x', b: '$argon2id$v=19$x', c: '{bcrypt}$2a$10$x', d: 'pbkdf2_sha256$600000$x' },
    ['a', 'b', 'c', 'd'],
  ],
  [{ price: '$5', note: '$2 off' }, []],
  [{ note: 'typed' }, ['note']],
] as const) {
  test(`${JSON.stringify(user)} tells ${paths.join(', ') || 'no secret'}`, () => {
    assert.deepEqual(secretPathsOf(user, ['typed']), paths);
  });
}
