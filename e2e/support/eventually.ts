import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

/** Generous: a machine that builds something else at the same time is slow. */
const PATIENCE = 15_000;
const PAUSE = 20;

/** Reads until it is what is expected, and fails with the difference when it never is. */
export async function eventually<T>(read: () => Promise<T> | T, expected: T): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const actual = await read();
    try {
      assert.deepEqual(actual, expected);
      return;
    } catch (difference) {
      if (Date.now() > end) throw difference;
    }
    await sleep(PAUSE);
  }
}
