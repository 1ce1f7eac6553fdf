import type { DatabaseSync } from 'node:sqlite';

/** What is asked of the table of refresh tokens. */
export function refreshTokenStatements(database: DatabaseSync) {
  return {
    find: database.prepare('SELECT * FROM refresh_tokens WHERE hash = :hash AND expires_at > :now'),
    add: database.prepare(
      'INSERT INTO refresh_tokens (hash, family, user_id, expires_at) VALUES (:hash, :family, :userId, :expiresAt)',
    ),
    replace: database.prepare(
      'UPDATE refresh_tokens SET replaced_at = :now, salt = :salt WHERE hash = :hash',
    ),
    forget: database.prepare(
      'DELETE FROM refresh_tokens WHERE family = :family AND replaced_at <= :before',
    ),
    revoke: database.prepare(
      'DELETE FROM refresh_tokens WHERE family = :family RETURNING user_id, expires_at',
    ),
    prune: database.prepare('DELETE FROM refresh_tokens WHERE expires_at <= :now'),
  };
}
