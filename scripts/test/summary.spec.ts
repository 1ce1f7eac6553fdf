import assert from 'node:assert/strict';
import { test } from 'node:test';

import { summaryLines, totalCounts } from './summary.ts';

const unit = { name: 'unit', counts: { passed: 5, failed: 1, leftOut: 2 } };
const e2e = { name: 'e2e', counts: { passed: 0, failed: 0, leftOut: 0 }, broken: 'it ran no test' };

test('adds up the suites, a broken one as one failure', () => {
  assert.deepEqual(totalCounts([unit, e2e]), { passed: 5, failed: 2, leftOut: 2 });
});

test('tells a line a suite and ends with the total', () => {
  assert.deepEqual(summaryLines([unit, e2e]), [
    'unit: 5 passed, 1 failed, 2 left out',
    'e2e: 0 passed, 0 failed (broken: it ran no test)',
    '',
    '5 passed, 2 failed',
  ]);
});

test('tells beside the total what could not run', () => {
  const node = { ...unit, name: 'node', missing: '4 files need a Redis.' };
  assert.deepEqual(summaryLines([node, unit]), [
    'node: 5 passed, 1 failed, 2 left out',
    'unit: 5 passed, 1 failed, 2 left out',
    'node, NOT RUN: 4 files need a Redis.',
    '',
    '10 passed, 2 failed',
  ]);
});

test('says so when nothing ran', () => {
  assert.deepEqual(summaryLines([]), ['', '0 passed, 0 failed']);
});
