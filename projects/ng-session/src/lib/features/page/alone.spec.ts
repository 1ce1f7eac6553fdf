import { deferred } from '../../../../spec/deferred';
import { turns } from '../../../../spec/open-page';
import { alone } from './alone';

describe('alone', () => {
  const { locks } = navigator;
  const PATIENCE = 100;
  /** A name that no other spec has. */
  let name: string;
  beforeEach(() => (name = crypto.randomUUID()));

  /** A tab that has a lock, and never gives it back by itself. */
  const hang = async (lock: string) => {
    const { promise: isHeld, resolve: hold } = deferred();
    const { promise: released, resolve: release } = deferred();
    // It may be taken away, which rejects.
    const ended = locks
      .request(lock, () => {
        hold();
        return released;
      })
      .catch(() => undefined);
    await isHeld;
    return { release, ended };
  };
  it('works at once where nobody else does', async () => {
    let isDone = false;
    await alone(locks, name, () => {
      isDone = true;
    });
    expect(isDone).toBeTrue();
  });

  it('fails as the work does, which is done once', async () => {
    let count = 0;
    const work = async () => {
      count++;
      throw new Error('as it is');
    };
    await expectAsync(alone(locks, name, work)).toBeRejectedWithError('as it is');
    expect(count).toBe(1);
  });

  it('never works at the same time as another, however long the line', async () => {
    const tabs = 12;
    let running = 0;
    let most = 0;
    let done = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      // Well within what is waited for one turn, and in all well beyond it.
      await new Promise((resolve) => setTimeout(resolve, PATIENCE / 4));
      running--;
      done++;
    };
    await Promise.all(Array.from({ length: tabs }, () => alone(locks, name, work, PATIENCE)));
    expect(most).toBe(1);
    expect(done).toBe(tabs);
  });

  it('takes the place of one that hangs, one after another', async () => {
    const { ended } = await hang(name);
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await turns();
      running--;
    };
    await Promise.all(Array.from({ length: 5 }, () => alone(locks, name, work, PATIENCE)));
    expect(most).toBe(1);
    // Its turn was taken: nobody has given it back.
    await ended;
  });

  it('ends what it has begun, though somebody has lost patience with it', async () => {
    const { promise: slow, resolve: finish } = deferred();
    let isOver = false;
    const first = alone(locks, name, () => slow, PATIENCE).then(() => (isOver = true));
    await alone(locks, name, () => undefined, PATIENCE);
    expect(isOver).toBeFalse();
    finish();
    await first;
    expect(isOver).toBeTrue();
  });

  it('does not wait for ever in a line that does not move', async () => {
    const { release, ended } = await hang(`${name}:line`);
    let count = 0;
    await alone(locks, name, () => void count++, PATIENCE / 10);
    expect(count).toBe(1);
    release();
    await ended;
  });

  it('works where the locks are out of order', async () => {
    const broken = { request: () => Promise.reject(new DOMException('', 'SecurityError')) };
    let count = 0;
    await alone(broken as unknown as LockManager, name, () => void count++);
    expect(count).toBe(1);
  });
});
