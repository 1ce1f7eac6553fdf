import type { Passwords } from './passwords.ts';
import type { User } from './user.ts';
import type { UserRepository } from './user-repository.ts';

export interface CredentialsCheck {
  readonly users: UserRepository;
  readonly passwords: Passwords;
  /** A hash that no password fits. */
  readonly decoyHash: string;
}

/**
 * Returns the user if the password is theirs, else null.
 *
 * An unknown address costs a verification too: a faster answer would tell who has an account.
 */
export async function checkCredentials(
  { users, passwords, decoyHash }: CredentialsCheck,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<User | null> {
  const account = users.findByEmail(email);
  const matches = await passwords.verify(account?.passwordHash ?? decoyHash, password);
  return account !== null && matches ? account.user : null;
}
