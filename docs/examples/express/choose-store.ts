import { stores, type SessionStoreFactory } from 'ng-session-express';

export function chooseStore(
  env: Readonly<Record<string, string | undefined>>,
): SessionStoreFactory {
  // #region select
  return stores.select(env['SESSION_DRIVER'] ?? 'sqlite', {
    memory: stores.memory(),
    sqlite: stores.sqlite({ file: './data/sessions.sqlite' }),
    redis: stores.redis({ url: env['REDIS_URL'] ?? 'redis://localhost:6379' }),
    cookie: stores.cookie(),
  });
  // #endregion select
}
