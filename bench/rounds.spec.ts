import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compare, interleave } from './rounds.ts';

test('measures in turn, the other way round every other time, and forgets the first rounds', async () => {
  const asked: string[] = [];
  const rounds = await interleave('limit', 'library', { warmUps: 1, rounds: 2 }, (name) => {
    asked.push(name);
    return Promise.resolve(`${name} ${asked.length}`);
  });
  assert.deepEqual(asked, ['limit', 'library', 'library', 'limit', 'limit', 'library']);
  assert.deepEqual(rounds, [
    { limit: 'limit 4', rival: 'library 3' },
    { limit: 'limit 5', rival: 'library 6' },
  ]);
});

test('compares within each round', () => {
  const rounds = [
    { limit: 1, rival: 2 },
    { limit: 10, rival: 30 },
    { limit: 2, rival: 8 },
  ];
  assert.deepEqual(compare(rounds), { limit: 2, ratio: 3 });
});
