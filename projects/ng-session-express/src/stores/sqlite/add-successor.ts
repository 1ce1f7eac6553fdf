import type { DatabaseSync } from 'node:sqlite';

/** Adds the column `successor` to a table of sessions from before there was one; its sessions stay. */
export function addSuccessor(database: DatabaseSync, table: string): void {
  const isThere = (): boolean =>
    database
      .prepare(`PRAGMA table_info(${table})`)
      .all()
      .some(({ name }) => name === 'successor');
  if (isThere()) return;
  // As the only one who writes: of two processes that start at once, the second finds what the first has done.
  database.exec('BEGIN IMMEDIATE');
  try {
    if (!isThere()) database.exec(`ALTER TABLE ${table} ADD COLUMN successor TEXT`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
