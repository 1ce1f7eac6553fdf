import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findMisplaced } from './find-misplaced.ts';

const mutation = (find: string) => ({
  project: 'library' as const,
  name: 'x',
  file: 'a.ts',
  find,
  replace: '',
  spec: '**/*',
});
const read = () => 'one two two';

test('takes what is found once', () => {
  assert.deepEqual(findMisplaced([mutation('one')], read), []);
});

test('tells of what is not found, or more than once', () => {
  assert.deepEqual(findMisplaced([mutation('two'), mutation('three')], read), [
    'a.ts: x: found 2 times, not once: two',
    'a.ts: x: found 0 times, not once: three',
  ]);
});
