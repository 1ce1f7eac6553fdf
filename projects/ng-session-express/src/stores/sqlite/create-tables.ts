import type { DatabaseSync } from 'node:sqlite';

export interface Tables {
  readonly sessions: string;
  readonly counts: string;
}

/** Creates what is not there yet; returns the names. */
export function createTables(database: DatabaseSync, prefix: string): Tables {
  const sessions = `${prefix}sessions`;
  const counts = `${prefix}counts`;
  database.exec(`
    -- session is NULL where it was destroyed and must not come back.
    CREATE TABLE IF NOT EXISTS ${sessions} (
      id         TEXT PRIMARY KEY,
      session    TEXT,
      user       TEXT,
      version    TEXT NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS ${sessions}_by_user ON ${sessions} (user) WHERE user IS NOT NULL;
    CREATE INDEX IF NOT EXISTS ${sessions}_by_expiry ON ${sessions} (expires_at);

    CREATE TABLE IF NOT EXISTS ${counts} (
      key       TEXT PRIMARY KEY,
      hits      INTEGER NOT NULL,
      resets_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS ${counts}_by_reset ON ${counts} (resets_at);
  `);
  return { sessions, counts };
}
