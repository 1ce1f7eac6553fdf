import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

import type { TokenSettings } from '../config/config.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { refreshTokenStatements } from './refresh-token-statements.ts';

export interface RefreshToken {
  readonly token: string;
  readonly userId: number;
  /** Milliseconds since 1970. A refresh does not move it: all tokens of a sign-in end with it. */
  readonly expiresAt: number;
}

/**
 * How many successors are followed within the grace. No app refreshes as often in so short a time; and whoever
 * sends an old token again and again would have all others wait, as nothing else runs meanwhile.
 */
const MOST_STEPS = 100;

/** Is told that a token came back after it was replaced: either whoever replaced it has stolen it, or this one. */
export type OnReuse = (userId: number) => void;

/**
 * The refresh tokens of all sign-ins. Each is good for one refresh, which replaces it; all that came of
 * one sign-in are a family, and one that comes back later ends its family.
 *
 * A token is `<family>.<secret>`, and only its hash is stored. Its successor is made of the token and a
 * stored salt: those who lost it within the grace get the same again, and nobody can from either alone.
 * Those replaced longer ago are forgotten, and known by their family.
 */
export class RefreshTokens {
  readonly #database: DatabaseSync;
  readonly #settings: TokenSettings;
  readonly #onReuse: OnReuse;
  readonly #statements: ReturnType<typeof refreshTokenStatements>;

  constructor(database: DatabaseSync, settings: TokenSettings, onReuse: OnReuse) {
    this.#database = database;
    this.#settings = settings;
    this.#onReuse = onReuse;
    this.#statements = refreshTokenStatements(database);
  }

  /** Begins the family of a sign-in, and forgets those that are over. */
  begin(userId: number): RefreshToken {
    const now = Date.now();
    const family = randomBytes(16).toString('base64url');
    const token = `${family}.${randomBytes(32).toString('base64url')}`;
    const expiresAt = now + this.#settings.refreshAge;
    inTransaction(this.#database, () => {
      this.#statements.prune.run({ now });
      this.#statements.add.run({ hash: hash(token), family, userId, expiresAt });
    });
    return { token, userId, expiresAt };
  }

  /** Replaces a token. Returns null where it does not count, or no longer; its family has ended then. */
  rotate(token: string): RefreshToken | null {
    const now = Date.now();
    const known = inTransaction(this.#database, () => this.#rotate(token, now));
    if (known !== null && 'reusedBy' in known) {
      this.#onReuse(known.reusedBy);
      return null;
    }
    return known;
  }

  /** Ends the family of a token, even of one that was replaced. */
  revoke(token: string): void {
    this.#statements.revoke.run({ family: familyOf(token) });
  }

  #rotate(token: string, now: number): RefreshToken | { readonly reusedBy: number } | null {
    const row = this.#statements.find.get({ hash: hash(token), now });
    const replacedAt = row?.['replaced_at'];
    if (row !== undefined && replacedAt === null) return this.#replace(token, row, now);
    if (row !== undefined && now - Number(replacedAt) < this.#settings.refreshGrace) {
      const latest = this.#latest(token, row, now);
      if (latest !== null) return latest;
    }
    const revoked = this.#statements.revoke.all({ family: familyOf(token) });
    const alive = revoked.find(({ expires_at }) => Number(expires_at) > now);
    return alive === undefined ? null : { reusedBy: Number(alive['user_id']) };
  }

  #replace(token: string, row: Row, now: number): RefreshToken {
    const family = familyOf(token);
    const userId = Number(row['user_id']);
    const expiresAt = Number(row['expires_at']);
    const salt = randomBytes(32).toString('base64url');
    const next = successorOf(token, salt);
    this.#statements.forget.run({ family, before: now - this.#settings.refreshGrace });
    this.#statements.replace.run({ hash: hash(token), now, salt });
    this.#statements.add.run({ hash: hash(next), family, userId, expiresAt });
    return { token: next, userId, expiresAt };
  }

  /** Follows the successors, each of which may have been replaced too by now. Null where there are too many. */
  #latest(token: string, row: Row, now: number): RefreshToken | null {
    let next = successorOf(token, String(row['salt']));
    for (let step = 0; step < MOST_STEPS; step++) {
      const found = this.#statements.find.get({ hash: hash(next), now });
      if (found === undefined) return null;
      if (found['replaced_at'] === null) {
        return {
          token: next,
          userId: Number(found['user_id']),
          expiresAt: Number(found['expires_at']),
        };
      }
      next = successorOf(next, String(found['salt']));
    }
    return null;
  }
}

type Row = Record<string, SQLOutputValue>;

function familyOf(token: string): string {
  return token.split('.', 1)[0] ?? '';
}

function successorOf(token: string, salt: string): string {
  return `${familyOf(token)}.${createHmac('sha256', salt).update(token).digest('base64url')}`;
}

/** No salt and no cost: nobody can guess 256 bits at random. */
function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
