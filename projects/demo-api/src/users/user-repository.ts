import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

import { normalizeEmail } from './normalize-email.ts';
import { ROLES } from './role.ts';
import type { Role } from './role.ts';
import type { User } from './user.ts';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly passwordHash: string;
}

export interface Account {
  readonly user: User;
  readonly passwordHash: string;
}

type Row = Record<string, SQLOutputValue>;

/** The users of the database. */
export class UserRepository {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  add({ email, name, roles, passwordHash }: NewUser): void {
    this.#database
      .prepare('INSERT INTO users (email, name, roles, password_hash) VALUES (?, ?, ?, ?)')
      .run(normalizeEmail(email), name, JSON.stringify(roles), passwordHash);
  }

  list(): readonly User[] {
    return this.#database.prepare('SELECT * FROM users ORDER BY id').all().map(toUser);
  }

  find(id: number): User | null {
    const row = this.#database.prepare('SELECT * FROM users WHERE id = ?').get(id);
    return row === undefined ? null : toUser(row);
  }

  findByEmail(email: string): Account | null {
    const row = this.#database
      .prepare('SELECT * FROM users WHERE email = ?')
      .get(normalizeEmail(email));
    if (row === undefined) return null;
    return { user: toUser(row), passwordHash: String(row['password_hash']) };
  }

  rename(id: number, name: string): void {
    this.#database.prepare('UPDATE users SET name = ? WHERE id = ?').run(name, id);
  }

  setRoles(id: number, roles: readonly Role[]): void {
    this.#database
      .prepare('UPDATE users SET roles = ? WHERE id = ?')
      .run(JSON.stringify(roles), id);
  }
}

function toUser(row: Row): User {
  const roles: unknown = JSON.parse(String(row['roles']));
  return {
    id: Number(row['id']),
    name: String(row['name']),
    email: String(row['email']),
    // What is not a role of this version does not become one.
    roles: ROLES.filter((role) => Array.isArray(roles) && roles.includes(role)),
  };
}
