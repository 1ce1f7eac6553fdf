import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';

import { countEvent } from './count-event.ts';
import type { Counts } from './counts.ts';

const passed: Counts = { passed: 1, failed: 0, leftOut: 0 };
const failed: Counts = { passed: 0, failed: 1, leftOut: 0 };
const leftOut: Counts = { passed: 0, failed: 0, leftOut: 1 };
const nothing: Counts = { passed: 0, failed: 0, leftOut: 0 };

const file = resolve('a.spec.ts');
const data = { name: 'adds', file, nesting: 0, details: {} };

const cases: readonly (readonly [string, string, object, Counts])[] = [
  ['a test that passed', 'test:pass', data, passed],
  ['a test that failed', 'test:fail', data, failed],
  ['a skipped test', 'test:pass', { ...data, skip: true }, leftOut],
  ['a test skipped with a reason', 'test:pass', { ...data, skip: 'later' }, leftOut],
  ['a test to do that failed', 'test:fail', { ...data, todo: '' }, leftOut],
  ['a suite', 'test:pass', { ...data, details: { type: 'suite' } }, nothing],
  ['a suite with a failed test', 'test:fail', { ...data, details: { type: 'suite' } }, nothing],
  ['a file without tests', 'test:pass', { ...data, name: 'a.spec.ts' }, nothing],
  ['a file that could not be loaded', 'test:fail', { ...data, name: 'a.spec.ts' }, failed],
  ['another event', 'test:summary', {}, nothing],
];

for (const [name, type, event, expected] of cases) {
  test(`counts ${name}`, () => {
    assert.deepEqual(countEvent({ type, data: event }), expected);
  });
}
