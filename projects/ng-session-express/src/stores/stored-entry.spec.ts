import assert from 'node:assert/strict';
import { test } from 'node:test';

import { current, decideWrite } from './stored-entry.ts';

const session = { text: '{}', version: 'a', expiresAt: 1000 };
const ended = { text: null, version: 'b', expiresAt: 1000 };

const writes = [
  ['nothing is kept', null, null, 'written'],
  ['what was read is gone', null, 'a', 'ended'],
  ['what was read is kept', session, 'a', 'written'],
  ['somebody has written since', session, 'older', 'conflict'],
  ['somebody has begun it first', session, null, 'conflict'],
  ['it was destroyed', ended, 'a', 'ended'],
  ['it was destroyed, and the versions agree', ended, 'b', 'ended'],
  ['it was destroyed before it was written', ended, null, 'ended'],
] as const;
for (const [when, entry, version, expected] of writes) {
  test(`a write where ${when}: ${expected}`, () => {
    assert.equal(decideWrite(entry, version), expected);
  });
}

test('an entry counts until its time has come', () => {
  assert.equal(current(session, 999), session);
  assert.equal(current(session, 1000), null);
  assert.equal(current(undefined, 0), null);
  assert.equal(current(null, 0), null);
});
