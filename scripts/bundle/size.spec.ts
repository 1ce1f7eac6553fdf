import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { addedSize, sizeOf } from './size.ts';

test('adds up what each file is on its own', () => {
  const file = Buffer.from('a'.repeat(1000));
  const one = sizeOf([file]);
  assert.equal(one.raw, 1000);
  assert.ok(one.brotli < one.gzip && one.gzip < one.raw);
  assert.deepEqual(sizeOf([file, file]), {
    raw: 2 * one.raw,
    gzip: 2 * one.gzip,
    brotli: 2 * one.brotli,
  });
});

test('a few bytes in front do not move what a bundle weighs', () => {
  const bundle = readFileSync(import.meta.filename);
  const [one, other] = ['', 'a;'].map((start) =>
    sizeOf([Buffer.concat([Buffer.from(start), bundle])]),
  );
  assert.ok(Math.abs((one?.brotli ?? 0) - (other?.brotli ?? 0)) < 10);
});

test('nothing weighs nothing', () => {
  assert.deepEqual(sizeOf([]), { raw: 0, gzip: 0, brotli: 0 });
});

test('subtracts', () => {
  const before = { raw: 10, gzip: 5, brotli: 4 };
  assert.deepEqual(addedSize({ raw: 16, gzip: 8, brotli: 6 }, before), {
    raw: 6,
    gzip: 3,
    brotli: 2,
  });
});
