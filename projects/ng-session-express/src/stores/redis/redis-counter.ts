import { createHash } from 'node:crypto';

import type { Store } from 'express-rate-limit';
import { RedisStore as RateLimitRedisStore, type RedisReply } from 'rate-limit-redis';

import type { RedisConnection } from './redis-connection.ts';

/** Counts requests in Redis, for all processes that share it. */
export function redisCounter(connection: RedisConnection, prefix: string): Store {
  return new RateLimitRedisStore({
    prefix,
    sendCommandCluster: ({ key = prefix, command }) =>
      isLoad(command) ? load(connection, key, command) : send(connection, key, command),
  });
}

/**
 * Loads a script, where Redis is there. It is loaded once, at the start, and what failed then would fail
 * for ever; its hash is known anyway, and a server that does not know it says so, and is told it again.
 */
async function load(
  connection: RedisConnection,
  key: string,
  command: readonly string[],
): Promise<RedisReply> {
  try {
    return await send(connection, key, command);
  } catch {
    return createHash('sha1')
      .update(command[2] ?? '')
      .digest('hex');
  }
}

function isLoad([first, second]: readonly string[]): boolean {
  return first === 'SCRIPT' && second === 'LOAD';
}

function send(
  connection: RedisConnection,
  key: string,
  command: readonly string[],
): Promise<RedisReply> {
  return connection.send(key, command) as Promise<RedisReply>;
}
