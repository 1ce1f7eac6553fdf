import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findMisplaced } from './find-misplaced.ts';
import { MUTATIONS } from './mutations.ts';
import { readSource } from './workshop.ts';

test('every mutation still finds its place', () => {
  assert.deepEqual(findMisplaced(MUTATIONS, readSource), []);
});

test('every mutation has a name of its own, and changes something', () => {
  const names = MUTATIONS.map(({ project, file, name }) => `${project}: ${file}: ${name}`);
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
  assert.deepEqual(
    MUTATIONS.filter(({ find, replace }) => find === replace),
    [],
  );
});
