import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseCounts } from './parse-counts.ts';

test('reads a whole report', () => {
  const counts = { passed: 3, failed: 1, leftOut: 0 };
  assert.deepEqual(parseCounts(JSON.stringify(counts)), counts);
});

for (const text of [
  '',
  'null',
  '[]',
  '{"passed": 1',
  '{"passed": 1, "failed": 0}',
  '{"passed": -1, "failed": 0, "leftOut": 0}',
  '{"passed": 1.5, "failed": 0, "leftOut": 0}',
  '{"passed": "1", "failed": 0, "leftOut": 0}',
]) {
  test(`takes no part of ${JSON.stringify(text)}`, () => {
    assert.equal(parseCounts(text), undefined);
  });
}
