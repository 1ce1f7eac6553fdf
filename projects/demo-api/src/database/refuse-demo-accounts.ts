import { ConfigError } from '../config/config-error.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';

/** Throws when a database from development is used in production: its passwords are public. */
export function refuseDemoAccounts(users: UserRepository): void {
  if (DEMO_ACCOUNTS.some(({ email }) => users.findByEmail(email) !== null)) {
    throw new ConfigError('DATABASE_FILE holds the demo accounts, whose password is public.');
  }
}
