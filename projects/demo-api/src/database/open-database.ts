import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS users (
    id            INTEGER PRIMARY KEY,
    email         TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    roles         TEXT NOT NULL CHECK (json_valid(roles)),
    password_hash TEXT NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS articles (
    id    INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body  TEXT NOT NULL
  ) STRICT;

  -- A token itself is never here. replaced_at and salt are NULL for the one of its family that counts.
  CREATE TABLE IF NOT EXISTS refresh_tokens (
    hash        TEXT PRIMARY KEY,
    family      TEXT NOT NULL,
    user_id     INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    expires_at  INTEGER NOT NULL,
    replaced_at INTEGER,
    salt        TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS refresh_tokens_by_family ON refresh_tokens (family);
  CREATE INDEX IF NOT EXISTS refresh_tokens_by_expiry ON refresh_tokens (expires_at);

  -- One row, and none in production.
  CREATE TABLE IF NOT EXISTS development_secret (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    secret TEXT NOT NULL
  ) STRICT;
`;

/** Opens the database file, with its folder and its tables where they are not there yet. */
export function openDatabase(file: string): DatabaseSync {
  if (file !== ':memory:') createFile(file);
  const database = new DatabaseSync(file, { timeout: 2000 });
  try {
    // Readers and the writer do not wait for each other, also when two processes share the file.
    database.exec('PRAGMA journal_mode = WAL');
    database.exec(SCHEMA);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Hashes of passwords and secrets are in it: it is for this user alone, and so is what SQLite puts beside it.
 *
 * One that is there is not opened: to close it again would drop the locks that a connection of this process holds.
 */
function createFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
