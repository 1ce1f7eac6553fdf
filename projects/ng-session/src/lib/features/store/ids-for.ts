import { type SessionIds, memoryIds, ownIds, storageIds } from '../../data/keep/session-ids';
import type { SessionStore } from '../../stores/session-store';

/** Keeps the id where it is found again by whoever finds the data again. */
export function idsFor(store: SessionStore, document: Document, key: string): SessionIds {
  const window = document.defaultView;
  if (store.id) return ownIds(() => store.id?.() ?? null);
  if (!window || store.reach === 'page') return memoryIds();
  return storageIds(
    () => (store.reach === 'tab' ? window.sessionStorage : window.localStorage),
    key,
  );
}
