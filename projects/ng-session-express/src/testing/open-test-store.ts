import { openStore } from '../stores/open-store.ts';
import type { SessionStore, SessionStoreFactory } from '../stores/session-store.ts';

export const TEST_SECRET = 'a-secret-that-is-only-used-in-tests';

/** Opens a store that keeps sessions on the server. */
export function openTestStore(factory: SessionStoreFactory): SessionStore {
  const store = openStore(factory, { secrets: [TEST_SECRET], cookieName: 'sid' });
  if ('sealed' in store) throw new TypeError('This store keeps nothing on the server.');
  return store;
}
