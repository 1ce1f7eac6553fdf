import {
  hasRedis,
  RedisServer,
} from '../../projects/ng-session-express/src/testing/redis-server.ts';

export interface Redis {
  readonly url: string;
  /** Ends it, where it was started here. */
  stop(): Promise<void>;
}

/** Uses the Redis that the environment names, or starts one that forgets all in the end; null without any. */
export async function findRedis(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Redis | null> {
  const url = env['REDIS_URL'];
  if (url) return { url, stop: () => Promise.resolve() };
  if (!hasRedis()) return null;
  const server = await RedisServer.start();
  return { url: server.url, stop: () => server.stop() };
}

export const NO_REDIS =
  'Several processes share their sessions in Redis. Install it, such as with `apt-get install ' +
  'redis-server`, or name one with REDIS_URL.';
