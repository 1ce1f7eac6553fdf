import type { DatabaseSync } from 'node:sqlite';

import type { Passwords } from '../users/passwords.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import { DEMO_ARTICLES } from './demo-articles.ts';
import { inTransaction } from './in-transaction.ts';

/** Fills a database that has no users yet; an existing one is left as it is. */
export async function seedDatabase(
  database: DatabaseSync,
  users: UserRepository,
  passwords: Passwords,
): Promise<void> {
  if (users.list().length > 0) return;
  const accounts = await Promise.all(
    DEMO_ACCOUNTS.map(async ({ password, ...account }) => ({
      ...account,
      passwordHash: await passwords.hash(password),
    })),
  );
  const insertArticle = database.prepare('INSERT INTO articles (title, body) VALUES (?, ?)');

  // All or nothing: a start that was cut short is seeded by the next one.
  inTransaction(database, () => {
    // Of several processes that start at once, one does it.
    if (users.list().length > 0) return;
    accounts.forEach((account) => users.add(account));
    DEMO_ARTICLES.forEach(({ title, body }) => insertArticle.run(title, body));
  });
}
