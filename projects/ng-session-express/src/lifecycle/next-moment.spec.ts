import assert from 'node:assert/strict';
import { test } from 'node:test';

import { nextMoment } from './next-moment.ts';

test('no two moments are the same, and each is now', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 1000 });
  const [first, second, third] = [nextMoment(), nextMoment(), nextMoment()];
  assert.equal(first, Date.now());
  assert.ok(first < second && second < third && third < first + 1);
  t.mock.timers.tick(5);
  assert.equal(nextMoment(), Date.now());
});
