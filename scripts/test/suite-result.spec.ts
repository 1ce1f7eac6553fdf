import assert from 'node:assert/strict';
import { test } from 'node:test';

import { suiteResult } from './suite-result.ts';

const name = 'unit';

test('a run whose tests passed is whole', () => {
  const counts = { passed: 2, failed: 0, leftOut: 1 };
  assert.deepEqual(suiteResult({ name, exitCode: 0, counts }), { name, counts });
});

test('a failed test is counted once, not as a broken suite too', () => {
  const counts = { passed: 2, failed: 1, leftOut: 0 };
  assert.deepEqual(suiteResult({ name, exitCode: 1, counts }), { name, counts });
});

test('a runner that reported nothing broke, whatever its exit code', () => {
  assert.ok(suiteResult({ name, exitCode: 0, counts: undefined }).broken);
});

test('a run without a test broke, also when all were left out', () => {
  assert.ok(
    suiteResult({ name, exitCode: 0, counts: { passed: 0, failed: 0, leftOut: 0 } }).broken,
  );
  assert.ok(
    suiteResult({ name, exitCode: 0, counts: { passed: 0, failed: 0, leftOut: 9 } }).broken,
  );
});

test('a failure outside of the tests counts', () => {
  const counts = { passed: 2, failed: 0, leftOut: 0 };
  assert.match(suiteResult({ name, exitCode: 7, counts }).broken ?? '', /exit code 7/);
});
