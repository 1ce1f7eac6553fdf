import type { SessionStoreFactory, StoredData } from './session-store';

/**
 * Keeps session data for the life of the page; a reload begins anew. The default.
 *
 * ```ts
 * provideNgSession({}, withStore(memoryStore(), { age: '30m' }));
 * ```
 */
export function memoryStore(): SessionStoreFactory {
  return ({ age }) => {
    const kept = new Map<string, { data: StoredData; until: number }>();
    const read = (id: string): StoredData | null => {
      const found = kept.get(id);
      return found && found.until > Date.now() ? found.data : null;
    };
    const write = (id: string, data: StoredData): void => {
      kept.set(id, { data, until: Date.now() + age });
    };
    return {
      reach: 'page',
      read,
      write,
      destroy: (id) => {
        kept.delete(id);
      },
      touch: (id) => {
        const data = read(id);
        if (data) write(id, data);
      },
    };
  };
}
