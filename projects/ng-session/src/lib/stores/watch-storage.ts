/** Calls back when another tab has changed what a storage keeps; returns what ends that. */
export function watchStorage(
  window: Window | null,
  changed: (event: StorageEvent) => void,
): () => void {
  window?.addEventListener('storage', changed);
  return () => window?.removeEventListener('storage', changed);
}
