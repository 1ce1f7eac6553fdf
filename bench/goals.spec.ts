import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isMet } from './goals.ts';

const GOAL = { what: 'mounted', unit: 'ms' };

test('a goal is met or not at the precision that is shown', () => {
  assert.ok(isMet({ ...GOAL, atMost: 1.2 }, 1.204));
  assert.ok(!isMet({ ...GOAL, atMost: 1.2 }, 1.206));
  assert.ok(isMet({ ...GOAL, atLeast: 0.9 }, 0.896));
  assert.ok(!isMet({ ...GOAL, atLeast: 0.9 }, 0.89));
});

test('what is no number meets no goal', () => {
  assert.ok(!isMet({ ...GOAL, atMost: 1.2 }, NaN));
});
