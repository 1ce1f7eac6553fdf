import { RedisStore } from 'connect-redis';
import { stores } from 'ng-session-express';
import { createClient } from 'redis';

/** Sessions over a client that the app uses for more than them. */
export async function overOwnClient(url: string) {
  // #region client
  const client = createClient({ url, disableOfflineQueue: true });
  // Without a listener, the first lost connection would end the process.
  client.on('error', () => console.error('Redis is away.'));
  await client.connect();
  const store = stores.redis({ client }, { prefix: 'shop:', timeout: 500 });
  // #endregion client
  return { client, store };
}

/** Sessions in a store that was made for `express-session`, for one process. */
export async function adopt(url: string) {
  // #region adopt
  const client = createClient({ url });
  await client.connect();
  const store = stores.from(new RedisStore({ client }));
  // #endregion adopt
  return { client, store };
}
