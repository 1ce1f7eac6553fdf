import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Duration } from './ng-session-options.ts';
import { parseDuration } from './parse-duration.ts';

const cases: readonly (readonly [value: Duration, milliseconds: number])[] = [
  [1, 1],
  [1.4, 1],
  [1500, 1500],
  ['30s', 30_000],
  ['30m', 1_800_000],
  ['2h', 7_200_000],
  ['30d', 2_592_000_000],
  ['400d', 34_560_000_000],
  [2 ** 53 - 1, 2 ** 53 - 1],
];
for (const [value, milliseconds] of cases) {
  test(`${JSON.stringify(value)} is ${milliseconds} milliseconds`, () => {
    assert.equal(parseDuration('age', value), milliseconds);
  });
}
