import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DEV_WORDS, wordsIn } from './dev-words.ts';

test('finds words in any of the scripts', () => {
  const scripts = ['one two', 'three'].map((text) => Buffer.from(text));
  assert.deepEqual(wordsIn(scripts, ['two', 'four', 'hree']), ['two', 'hree']);
  assert.deepEqual(wordsIn([], DEV_WORDS), []);
});
