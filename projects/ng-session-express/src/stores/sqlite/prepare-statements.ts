import type { DatabaseSync, StatementSync } from 'node:sqlite';

import type { Tables } from './create-tables.ts';

/** The version of a tombstone whose last destroy has found a session. */
export const WAS_ALIVE = 'alive';

/** Prepares each rule of the store as one statement, which is one step also between processes. */
export function prepareStatements(
  database: DatabaseSync,
  { sessions, counts, revocations }: Tables,
) {
  const prepare = (sql: string): StatementSync => database.prepare(sql);
  const alive = 'id = :id AND session IS NOT NULL AND expires_at > :now';
  const isTombstone = `${sessions}.session IS NULL AND ${sessions}.expires_at > :now`;
  return {
    read: prepare(`SELECT session, version FROM ${sessions} WHERE ${alive}`),
    // A tombstone and a session both refuse to be begun again; one that is over makes room.
    create: prepare(`
      INSERT INTO ${sessions} (id, session, user, version, expires_at)
      VALUES (:id, :session, :user, :next, :expiresAt)
      ON CONFLICT (id) DO UPDATE SET
        session = excluded.session, user = excluded.user, version = excluded.version,
        expires_at = excluded.expires_at, successor = NULL
      WHERE ${sessions}.expires_at <= :now
    `),
    update: prepare(`
      UPDATE ${sessions}
      SET session = :session, user = :user, version = :next, expires_at = :expiresAt
      WHERE ${alive} AND version = :version
    `),
    touch: prepare(`UPDATE ${sessions} SET expires_at = :expiresAt WHERE ${alive}`),
    // RETURNING knows only what is there afterwards, so the row itself says what was there before.
    destroy: prepare(`
      INSERT INTO ${sessions} (id, version, expires_at, successor)
      VALUES (:id, '', :expiresAt, :successor)
      ON CONFLICT (id) DO UPDATE SET
        session = NULL, user = NULL,
        version = CASE WHEN session IS NOT NULL AND expires_at > :now
          THEN '${WAS_ALIVE}' ELSE '' END,
        expires_at = CASE WHEN ${isTombstone} THEN expires_at ELSE excluded.expires_at END,
        successor = CASE WHEN ${isTombstone} THEN successor ELSE excluded.successor END
      RETURNING version, successor
    `),
    tombstone: prepare(
      `SELECT expires_at FROM ${sessions} WHERE id = :id AND session IS NULL AND expires_at > :now`,
    ),
    list: prepare(`SELECT id, session FROM ${sessions} WHERE user = :user AND expires_at > :now`),
    revoke: prepare(`
      INSERT INTO ${revocations} (user, revoked_at, expires_at) VALUES (:user, :at, :expiresAt)
      ON CONFLICT (user) DO UPDATE SET
        revoked_at = max(revoked_at, excluded.revoked_at), expires_at = excluded.expires_at
    `),
    revokedAt: prepare(
      `SELECT revoked_at FROM ${revocations} WHERE user = :user AND expires_at > :now`,
    ),
    prune: prepare(`DELETE FROM ${sessions} WHERE expires_at <= :now`),
    pruneCounts: prepare(`DELETE FROM ${counts} WHERE resets_at <= :now`),
    pruneRevocations: prepare(`DELETE FROM ${revocations} WHERE expires_at <= :now`),
  };
}
