import { setTimeout as delay } from 'node:timers/promises';

const INTERVAL = 200;

/** Resolves when a server answers at this address, with whatever status. */
export async function waitForServer(url: string): Promise<void> {
  for (;;) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(5000) });
      return;
    } catch {
      // Not yet: it is about to start, and its process tells if it does not.
      await delay(INTERVAL);
    }
  }
}
