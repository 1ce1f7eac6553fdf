import { SessionError } from '../../session-error.ts';
import { checkText } from '../check-option.ts';
import type { RedisClient, RedisCluster } from './redis-client.ts';

/** Where Redis is: a URL that the store connects to, or a client that the app has connected. */
export type RedisSource =
  { readonly url: string } | { readonly client: RedisClient | RedisCluster };

/** How sessions are kept in Redis. */
export interface RedisOptions {
  /** What the names of its keys begin with. Default: `ng-session:`. */
  readonly prefix?: string;
  /** Milliseconds that a command may take. Default: 1000. */
  readonly timeout?: number;
}

/** Checks the options of `stores.redis()`. @throws SessionError `invalid-config` */
export function checkRedisOptions(
  source: RedisSource,
  { prefix = 'ng-session:', timeout = 1000 }: RedisOptions = {},
): Required<RedisOptions> {
  if ('client' in source) checkClient(source.client);
  else checkUrl(source.url);
  checkText(prefix, 'stores.redis(…, { prefix })', "'my-app:'");
  if (!Number.isInteger(timeout) || timeout < 1 || timeout >= 2 ** 31) {
    throw invalid('stores.redis(…, { timeout }) must be a whole number of milliseconds.');
  }
  return { prefix, timeout };
}

/** The URL may hold a password: it is not quoted. */
function checkUrl(url: unknown): void {
  const text = checkText(url, 'stores.redis({ url })', "'redis://localhost:6379'");
  const { protocol, hostname } = URL.parse(text) ?? { protocol: '', hostname: '' };
  if (hostname !== '' && (protocol === 'redis:' || protocol === 'rediss:')) return;
  throw invalid('stores.redis({ url }) must begin with redis:// or rediss:// and name a host.');
}

function checkClient(client: unknown): void {
  const { sendCommand } = (client ?? {}) as Partial<RedisClient>;
  if (typeof sendCommand === 'function') return;
  throw invalid("stores.redis({ client }) must be a client of the package 'redis'.");
}

function invalid(message: string): SessionError {
  return new SessionError('invalid-config', message);
}
