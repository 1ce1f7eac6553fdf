import assert from 'node:assert/strict';
import { test } from 'node:test';

import { runnableSpecs } from './runnable-specs.ts';

const plain = ['a.spec.ts', 'redis/b.spec.ts', 'redis.spec.ts'];
const specs = [...plain, 'c.redis.spec.ts', 'd/e.redis.spec.ts'];

for (const isCi of [false, true]) {
  test(`runs all of them with a Redis, ${isCi ? 'in CI' : 'on a desk'}`, () => {
    assert.deepEqual(runnableSpecs({ specs, hasRedis: true, isCi }), { specs });
  });

  test(`misses no Redis that nothing asks for, ${isCi ? 'in CI' : 'on a desk'}`, () => {
    assert.deepEqual(runnableSpecs({ specs: plain, hasRedis: false, isCi }), { specs: plain });
  });
}

test('leaves out those of Redis where there is none, and says what is missing', () => {
  assert.deepEqual(runnableSpecs({ specs, hasRedis: false, isCi: false }), {
    specs: plain,
    missing:
      '2 files of specs (*.redis.spec.ts) can not run: no redis-server is on the PATH; ' +
      'install it: apt-get install redis-server.',
  });
});

test('is no less strict in CI, where nobody reads what was left out', () => {
  assert.throws(() => runnableSpecs({ specs, hasRedis: false, isCi: true }), /apt-get install/);
});
