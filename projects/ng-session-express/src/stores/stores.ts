import { MemoryStore } from './memory-store.ts';
import { selectStore } from './select-store.ts';
import type { SessionStoreFactory } from './session-store.ts';
import { checkSqliteOptions, type SqliteOptions } from './sqlite/sqlite-options.ts';
import { SqliteStore } from './sqlite/sqlite-store.ts';

/** The stores to choose from. Options are checked at once; a store is opened when it is used. */
export const stores = {
  /** In the memory of one process: for development and tests, gone with a restart. */
  memory(): SessionStoreFactory {
    return () => new MemoryStore();
  },

  /**
   * In SQLite, by `node:sqlite`: a file that several processes of one machine may share, or a
   * database that the app has open already, where it must hold no transaction over an `await`.
   *
   * @throws SessionError `invalid-config`
   */
  sqlite(options: SqliteOptions): SessionStoreFactory {
    const checked = checkSqliteOptions(options);
    return () => new SqliteStore(checked);
  },

  /**
   * The one of several that is named, such as by `process.env.SESSION_DRIVER`.
   *
   * @throws SessionError `invalid-config` for a name that is not set, or not among the choices.
   */
  select: selectStore,
} as const;
