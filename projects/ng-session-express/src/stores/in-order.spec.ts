import assert from 'node:assert/strict';
import { test } from 'node:test';

import { InOrder } from './in-order.ts';

test('work of one key waits for the one before, also where that has failed', async () => {
  const order = new InOrder();
  const steps: string[] = [];
  const first = Promise.withResolvers<void>();
  const failed = order.run('a', async () => {
    steps.push('first begins');
    await first.promise;
    steps.push('first ends');
    throw new Error('failed');
  });
  const second = order.run('a', async () => steps.push('second'));
  await order.run('b', async () => steps.push('other key'));
  first.resolve();
  await assert.rejects(failed, /failed/);
  await second;
  assert.deepEqual(steps, ['first begins', 'other key', 'first ends', 'second']);
});
