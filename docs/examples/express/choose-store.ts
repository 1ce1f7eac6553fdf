import { stores, type SessionStoreFactory } from 'ng-session-express';

export function chooseStore(): SessionStoreFactory {
  // #region select
  const store = stores.select(process.env['SESSION_DRIVER'] ?? 'sqlite', {
    memory: stores.memory(),
    sqlite: stores.sqlite({ file: './data/sessions.sqlite' }),
    redis: stores.redis({ url: process.env['REDIS_URL'] ?? 'redis://localhost:6379' }),
    cookie: stores.cookie(),
  });
  // #endregion select
  return store;
}
