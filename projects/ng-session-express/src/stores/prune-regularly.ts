/** Prunes now and every `interval` milliseconds; returns what ends it. Keeps no process alive. */
export function pruneRegularly(
  prune: () => void | Promise<void>,
  interval = 10 * 60 * 1000,
): () => void {
  const turn = async (): Promise<void> => {
    try {
      await prune();
    } catch {
      // What is over is never read, kept or not, and the next turn deletes the same.
    }
  };
  void turn();
  const timer = setInterval(() => void turn(), interval);
  timer.unref();
  return () => clearInterval(timer);
}
