import type { Store } from 'express-session';

import { SessionError } from '../session-error.ts';
import { AdoptedStore } from './adopted-store.ts';
import { checkText } from './check-option.ts';
import { CookieStore } from './cookie-store.ts';
import { FileStore } from './file-store.ts';
import { MemoryStore } from './memory-store.ts';
import { checkRedisOptions, type RedisOptions, type RedisSource } from './redis/redis-options.ts';
import { RedisStore } from './redis/redis-store.ts';
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
   * In files of a folder, readable by nobody else, for one process.
   *
   * @throws SessionError `invalid-config`
   */
  file({ location }: { readonly location: string }): SessionStoreFactory {
    const checked = checkText(location, 'stores.file({ location })', "'./data/sessions'");
    return () => new FileStore(checked);
  },

  /**
   * In the cookie itself, encrypted and signed: for small sessions, and none can be ended from elsewhere.
   *
   * @throws SessionError `invalid-config`, when it is opened, for a secret of less than 32 characters
   */
  cookie(): SessionStoreFactory {
    return (context) => new CookieStore(context);
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
   * In Redis 6.2 or later, shared by all processes, by the package `redis` that the app installs. It need
   * not be there yet: while it is away, requests fail as `store-unavailable`, and then go on by themselves.
   *
   * @throws SessionError `invalid-config`; without a secret too, when it is opened: what processes share is of
   * no use where each has a secret of its own
   */
  redis(source: RedisSource, options?: RedisOptions): SessionStoreFactory {
    const checked = checkRedisOptions(source, options);
    return ({ secrets }) => {
      if (secrets.length === 0) throw withoutSecret();
      return new RedisStore(source, checked);
    };
  },

  /**
   * In a store that was made for `express-session`. It is for one process: such a store can not tell
   * who else has written or ended a session meanwhile.
   *
   * @throws SessionError `invalid-config`
   */
  from(store: Store): SessionStoreFactory {
    for (const method of ['get', 'set', 'destroy'] as const) {
      if (typeof (store as Partial<Store> | undefined)?.[method] === 'function') continue;
      throw new SessionError(
        'invalid-config',
        'stores.from() takes a store for express-session, with get, set and destroy.',
      );
    }
    return () => new AdoptedStore(store);
  },

  /**
   * The one of several that is named, such as by `process.env.SESSION_DRIVER`.
   *
   * @throws SessionError `invalid-config` for a name that is not set, or not among the choices.
   */
  select: selectStore,
} as const;

function withoutSecret(): SessionError {
  return new SessionError(
    'invalid-config',
    'stores.redis() is for several processes, which need one secret: set secret, for instance from SESSION_SECRET.',
  );
}
