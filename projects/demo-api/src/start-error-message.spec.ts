import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';

import { SessionError } from 'ng-session-express';

import { startErrorMessage } from './start-error-message.ts';

test('a store that does not open is told with the reason that SQLite gives', () => {
  const database = new DatabaseSync(':memory:');
  let cause: unknown;
  try {
    database.exec('SELECT canary FROM nowhere');
  } catch (error) {
    cause = error;
  }
  const message = startErrorMessage(new SessionError('store-failed', 'See the cause.', { cause }));
  assert.equal(message, 'ng-session-express: See the cause. (no such table: nowhere)');
});

test('a reason of anybody else stays out: it may quote the address of a store, with its password', () => {
  for (const cause of [new Error('redis://user:canary@localhost'), 'canary', undefined]) {
    const message = startErrorMessage(new SessionError('store-failed', 'See.', { cause }));
    assert.equal(message, 'ng-session-express: See.');
  }
});
