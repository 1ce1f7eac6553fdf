import type { DatabaseSync } from 'node:sqlite';

/** Does all of it or nothing; whoever else wants to write, in another process too, waits for the end. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
