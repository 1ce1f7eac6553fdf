import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import type { Config } from '../config/config.ts';

/**
 * The secrets that were set. In development, where none was, that of the database, made at the first start:
 * sessions outlast a restart, processes that share the file share it too, and nobody else knows it.
 */
export function secretsOf(
  { production, sessionSecrets }: Pick<Config, 'production' | 'sessionSecrets'>,
  database: DatabaseSync,
): readonly string[] {
  return production || sessionSecrets.length > 0 ? sessionSecrets : [secretOf(database)];
}

function secretOf(database: DatabaseSync): string {
  const made = randomBytes(32).toString('base64url');
  // Of two processes that start at once, both read that of the first one.
  database.prepare('INSERT OR IGNORE INTO development_secret VALUES (1, :made)').run({ made });
  return String(database.prepare('SELECT secret FROM development_secret').get()?.['secret']);
}
