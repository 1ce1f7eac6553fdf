import { ConfigError } from './config-error.ts';
import { splitList } from './split-list.ts';

const DEVELOPMENT_ORIGIN = 'http://localhost:4200';

/**
 * Reads the exact origins of the apps.
 *
 * There is no default in production: a forgotten one would trust everybody's localhost.
 */
export function readOrigins(value: string | undefined, production: boolean): readonly string[] {
  const origins = splitList(value);
  if (origins.length > 0) return origins;
  if (production)
    throw new ConfigError('ORIGINS must name the origins of your apps in production.');
  return [DEVELOPMENT_ORIGIN];
}
