import assert from 'node:assert/strict';
import { test } from 'node:test';

import { resultLine, toResult, totalLine } from './result.ts';

const mutation = {
  project: 'library' as const,
  name: 'no check',
  file: 'a.ts',
  find: '',
  replace: '',
  spec: '**/*',
};
const run = { told: '', failed: [], passed: 3, brokeOff: false };

test('a mutation is killed by a spec that failed, and by a run that broke off', () => {
  assert.equal(toResult(mutation, { ...run, failed: ['x'] }).verdict, 'killed');
  assert.equal(toResult(mutation, { ...run, brokeOff: true }).verdict, 'killed');
});

test('a mutation survives when all pass, and is broken without a run', () => {
  assert.equal(toResult(mutation, run).verdict, 'survived');
  assert.equal(toResult(mutation, undefined).verdict, 'broken');
});

test('tells a line a mutation, and the total', () => {
  const results = [toResult(mutation, run), toResult(mutation, { ...run, failed: ['a b', 'c'] })];
  assert.deepEqual(results.map(resultLine), [
    'survived | a.ts | no check | 3 passed',
    'killed   | a.ts | no check | 2 failed, such as: a b',
  ]);
  assert.equal(totalLine(results), '1 killed, 1 survived, 0 broken');
});
