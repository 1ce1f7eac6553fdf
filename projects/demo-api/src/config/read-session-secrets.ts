import { ConfigError } from './config-error.ts';
import { splitList } from './split-list.ts';

const DEVELOPMENT_SECRET = 'this-secret-is-public-use-it-in-development-only';
const MIN_LENGTH = 32;

/** Reads the secrets that sign the session cookie. Messages never quote one: they end up in logs. */
export function readSessionSecrets(
  value: string | undefined,
  production: boolean,
): readonly string[] {
  const secrets = splitList(value);
  if (!production) return secrets.length > 0 ? secrets : [DEVELOPMENT_SECRET];
  if (secrets.length === 0) {
    throw new ConfigError('SESSION_SECRET must be set in production.');
  }
  if (secrets.includes(DEVELOPMENT_SECRET)) {
    throw new ConfigError('SESSION_SECRET is the development secret, which everybody knows.');
  }
  if (secrets.some((secret) => secret.length < MIN_LENGTH)) {
    throw new ConfigError(`SESSION_SECRET: each secret needs ${MIN_LENGTH} characters or more.`);
  }
  return secrets;
}
