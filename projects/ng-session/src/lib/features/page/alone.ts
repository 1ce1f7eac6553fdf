/** Milliseconds that a tab waits for its turn, in case that another one hangs. */
const PATIENCE = 2000;
/** How many times as long it waits in a line that does not move, as its first tab hangs. */
const LONGEST_LINE = 10;

/**
 * Runs work while no other tab does. `patience` is for one turn of another tab, and not for all those that
 * come before: only the first in the line has its eye on the clock. It takes the turn of a tab that hangs.
 */
export async function alone(
  locks: LockManager,
  name: string,
  work: () => void | Promise<void>,
  patience = PATIENCE,
): Promise<void> {
  let result: Promise<void> | undefined;
  const start = async (): Promise<void> => {
    await work();
  };
  /** Settles as soon as it is this tab's turn, or can not be. */
  const begin = (options: LockOptions): Promise<void> =>
    new Promise((begun, fail) => {
      locks
        .request(name, options, () => {
          result = start();
          begun();
          return result;
        })
        // What has begun goes on, though another tab may have taken its turn.
        .catch(fail);
    });
  const next = (): Promise<void> =>
    begin({ signal: AbortSignal.timeout(patience) }).catch(() => begin({ steal: true }));
  const line = { signal: AbortSignal.timeout(LONGEST_LINE * patience) };
  // Where locks are out of order, it works all the same.
  await locks
    .request(`${name}:line`, line, next)
    .catch(() => result ?? next().catch(() => undefined));
  await (result ?? start());
}
