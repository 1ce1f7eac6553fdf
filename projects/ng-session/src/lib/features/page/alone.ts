/** Milliseconds that a tab waits for its turn, in case that another one hangs. */
const PATIENCE = 2000;

/** Runs work while no other tab does; without locks, or when the wait is too long, all the same. */
export async function alone(
  locks: LockManager,
  name: string,
  work: () => void | Promise<void>,
  patience = PATIENCE,
): Promise<void> {
  let hasBegun = false as boolean;
  try {
    await locks.request(name, { signal: AbortSignal.timeout(patience) }, async () => {
      hasBegun = true;
      await work();
    });
  } catch (error) {
    if (hasBegun) throw error;
    await work();
  }
}
