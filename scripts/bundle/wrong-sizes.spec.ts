import assert from 'node:assert/strict';
import { test } from 'node:test';

import { wrongSizes } from './wrong-sizes.ts';

const GUIDE = `
| Part          | Bytes brotli |
| ------------- | ------------ |
| \`withStore\` | 2,000        |
| \`store()\`   | 100          |
`;

test('finds nothing wrong within a jump, or a tenth', () => {
  const measured = new Map([
    ['withStore', 2190],
    ['store()', 155],
  ]);
  assert.deepEqual(wrongSizes(GUIDE, measured), []);
});

test('names what is larger or smaller than the guide says', () => {
  const measured = new Map([
    ['withStore', 2300],
    ['store()', 20],
  ]);
  assert.deepEqual(wrongSizes(GUIDE, measured), [
    'withStore adds 2300 bytes brotli; the guide says 2000.',
    'store() adds 20 bytes brotli; the guide says 100.',
  ]);
});

test('names what the guide does not tell', () => {
  assert.equal(wrongSizes(GUIDE, new Map([['flash', 10]])).length, 1);
});
