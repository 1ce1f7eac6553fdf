import type { DatabaseSync } from 'node:sqlite';

import type { Store as RateLimitStore } from 'express-rate-limit';
import { stores } from 'ng-session-express';
import type { SessionStoreFactory } from 'ng-session-express';

import type { Config } from './config/config.ts';

export interface ChosenStore {
  readonly open: SessionStoreFactory;
  /** Where the store counts, once it is open; undefined where it can not. */
  readonly counter: (name: string) => RateLimitStore | undefined;
}

/** Where sessions are kept, and what has limits is counted. */
export function createStore(config: Config, database: DatabaseSync): ChosenStore {
  const chosen = stores.select(config.sessionDriver, {
    sqlite: stores.sqlite({ database }),
    redis: stores.redis({ url: config.redisUrl }),
    cookie: stores.cookie(),
    memory: stores.memory(),
  });
  let store: ReturnType<SessionStoreFactory> | undefined;
  return {
    open: (context) => (store = chosen(context)),
    counter: (name) =>
      store === undefined || 'sealed' in store ? undefined : store.counter?.(name),
  };
}
