import assert from 'node:assert/strict';
import { test } from 'node:test';

import { median } from './median.ts';

test('is the one in the middle, whatever the order', () => {
  assert.equal(median([10, 1, 2]), 2);
  assert.equal(median([3]), 3);
});

test('is the mean of the two in the middle', () => {
  assert.equal(median([4, 1, 2, 100]), 3);
});

test('of nothing is no number', () => {
  assert.ok(Number.isNaN(median([])));
});
