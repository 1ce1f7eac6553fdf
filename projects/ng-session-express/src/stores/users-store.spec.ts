import { describeSessionStore } from '../testing/describe-session-store.ts';
import { openTestStore } from '../testing/open-test-store.ts';
import type { SessionStore, StoredSession } from './session-store.ts';

/** A store as a user would write it, who has read no more than what `SessionStore` says. */
function mapStore(): SessionStore {
  const kept = new Map<string, { json: string; version: number; until: number }>();
  const ended = new Map<string, { at: number; successor: string | null }>();
  let versions = 0;
  const find = (id: string): { json: string; version: number; until: number } | undefined => {
    const found = kept.get(id);
    return found && found.until > Date.now() ? found : undefined;
  };
  return {
    read: async (id) => {
      const found = find(id);
      if (!found) return null;
      return { session: JSON.parse(found.json) as StoredSession, version: `v${found.version}` };
    },
    write: async (id, session, { age, version }) => {
      if (ended.has(id)) return 'ended';
      const found = find(id);
      if (!found && version !== null) return 'ended';
      if (found && version !== `v${found.version}`) return 'conflict';
      kept.set(id, { json: JSON.stringify(session), version: versions++, until: Date.now() + age });
      return 'written';
    },
    touch: async (id, age) => {
      const found = find(id);
      if (found) found.until = Date.now() + age;
      return found !== undefined;
    },
    destroy: async (id, next) => {
      const successor = next ?? null;
      const before = ended.get(id);
      if (before) return { wasAlive: false, successor: before.successor };
      const wasAlive = find(id) !== undefined;
      kept.delete(id);
      ended.set(id, { at: Date.now(), successor });
      return { wasAlive, successor };
    },
    destroyedAt: async (id) => ended.get(id)?.at ?? null,
    close: async () => undefined,
  };
}

describeSessionStore('a store of a user', { open: () => openTestStore(mapStore) });
