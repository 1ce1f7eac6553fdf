import { setting } from '../settings/setting';

const CACHE_OPTIONS = { false: false, true: true, '1m': '1m' } as const;

export type CacheMode = keyof typeof CACHE_OPTIONS;

const saved = setting('cache');

/** The cache rule that the app starts with. */
export function readCacheMode(): CacheMode {
  const mode = saved.read();
  return mode === 'true' || mode === '1m' ? mode : 'false';
}

/** Keeps the rule for the next start. */
export function saveCacheMode(mode: CacheMode): void {
  saved.write(mode);
}

/** The rule as `provideNgSession` wants it. */
export function cacheOption(): (typeof CACHE_OPTIONS)[CacheMode] {
  return CACHE_OPTIONS[readCacheMode()];
}
