import assert from 'node:assert/strict';
import { test } from 'node:test';

import { TOMBSTONE_AGE } from '../stores/session-store.ts';
import { EndedIds } from './ended-ids.ts';

test('an ended id is remembered for a day, and then forgotten', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  const ended = new EndedIds();
  ended.add('first');
  assert.equal(ended.has('first'), true);
  assert.equal(ended.has('other'), false);
  t.mock.timers.tick(TOMBSTONE_AGE - 1);
  ended.add('second');
  assert.equal(ended.has('first'), true);
  t.mock.timers.tick(1);
  assert.equal(ended.has('first'), false);
  assert.equal(ended.has('second'), true);
});
