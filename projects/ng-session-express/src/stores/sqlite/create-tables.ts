import type { DatabaseSync } from 'node:sqlite';

import { addSuccessor } from './add-successor.ts';

export interface Tables {
  readonly sessions: string;
  readonly counts: string;
  readonly revocations: string;
}

/** Creates what is not there yet; returns the names. */
export function createTables(database: DatabaseSync, prefix: string): Tables {
  const sessions = `${prefix}sessions`;
  const counts = `${prefix}counts`;
  const revocations = `${prefix}revocations`;
  database.exec(`
    -- session is NULL where it was destroyed and must not come back; version then says what was there
    -- before the last destroy, and successor under which id it goes on.
    CREATE TABLE IF NOT EXISTS ${sessions} (
      id         TEXT PRIMARY KEY,
      session    TEXT,
      user       TEXT,
      version    TEXT NOT NULL,
      expires_at INTEGER NOT NULL,
      successor  TEXT
    ) STRICT;
    CREATE INDEX IF NOT EXISTS ${sessions}_by_user ON ${sessions} (user) WHERE user IS NOT NULL;
    CREATE INDEX IF NOT EXISTS ${sessions}_by_expiry ON ${sessions} (expires_at);

    CREATE TABLE IF NOT EXISTS ${counts} (
      key       TEXT PRIMARY KEY,
      hits      INTEGER NOT NULL,
      resets_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS ${counts}_by_reset ON ${counts} (resets_at);

    CREATE TABLE IF NOT EXISTS ${revocations} (
      user       TEXT PRIMARY KEY,
      revoked_at REAL NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
  addSuccessor(database, sessions);
  return { sessions, counts, revocations };
}
