import { fileURLToPath } from 'node:url';

import type { Config } from './config.ts';
import { readNumber } from './read-number.ts';
import { readOrigins } from './read-origins.ts';
import { readTrustProxy } from './read-trust-proxy.ts';
import { splitList } from './split-list.ts';

const DEFAULT_DATABASE = fileURLToPath(new URL('../../var/demo.sqlite', import.meta.url));
const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** Reads and checks the environment; throws a `ConfigError` for a value that would not be safe. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // `prod` or `staging` are no reason to be less careful.
  const production = !['', 'development', 'test'].includes(env['NODE_ENV'] ?? '');
  const number = (name: string, fallback: number, min: number, max: number): number =>
    readNumber({ name, value: env[name], fallback, min, max });

  return {
    production,
    host: env['HOST']?.trim() || 'localhost',
    port: number('PORT', 3000, 0, 65_535),
    origins: readOrigins(env['ORIGINS'], production),
    databaseFile: env['DATABASE_FILE']?.trim() || DEFAULT_DATABASE,
    sessionDriver: env['SESSION_DRIVER']?.trim() || 'sqlite',
    redisUrl: env['REDIS_URL']?.trim() || 'redis://127.0.0.1:6379',
    sessionSecrets: splitList(env['SESSION_SECRET']),
    sessionAge: number('SESSION_AGE', 2 * HOUR, 1, 400 * DAY) * 1000,
    tokens: {
      age: number('TOKEN_AGE', 300, 1, HOUR) * 1000,
      refreshAge: number('REFRESH_AGE', 30 * DAY, 1, 400 * DAY) * 1000,
      refreshGrace: number('REFRESH_GRACE', 10, 0, 60) * 1000,
    },
    trustProxy: readTrustProxy(env['TRUST_PROXY']),
    signInLimits: {
      window: number('SIGN_IN_WINDOW', HOUR / 4, 1, DAY) * 1000,
      perAddress: number('SIGN_IN_PER_ADDRESS', 20, 1, 1_000_000),
      perAccount: number('SIGN_IN_PER_ACCOUNT', 10, 1, 1_000_000),
    },
    newSessionsPerAddress: number('NEW_SESSIONS_PER_ADDRESS', 100, 1, 1_000_000),
  };
}
