import type { SqliteSessionStore } from './sqlite-session-store.ts';

const INTERVAL = 10 * 60 * 1000;

/** Prunes now and then; returns what ends it. */
export function pruneSessions(store: SqliteSessionStore, log: (line: string) => void): () => void {
  const prune = (): void => {
    try {
      store.prune();
    } catch {
      // A busy database is no reason to end the API; the next turn deletes the same rows.
      log('Expired sessions could not be pruned.');
    }
  };
  prune();
  const timer = setInterval(prune, INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}
