import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

import { SessionError } from '../../session-error.ts';

/** Milliseconds to wait for another process that writes. Nothing else runs meanwhile, so not for long. */
const BUSY_TIMEOUT = 1000;

/** Opens a database file, with its folder if it is not there yet. */
export function openDatabase(file: string): DatabaseSync {
  // Loaded here, because Node warns whoever loads it that it is new.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  let database: DatabaseSync | undefined;
  try {
    if (file !== ':memory:') createFile(file);
    database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
    // Readers and the writer do not wait for each other, also when several processes share the file.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    return database;
  } catch (cause) {
    database?.close();
    throw new SessionError(
      'store-unavailable',
      'stores.sqlite({ file }): the file can not be opened as a database. See the cause, and check the path and who may write there.',
      { cause },
    );
  }
}

/**
 * Ids and data of sessions are in it: a new one is for this user alone, and so is what SQLite puts beside it.
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
