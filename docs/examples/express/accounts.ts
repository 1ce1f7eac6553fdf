import type { EmailAndPassword, SessionUser, UserId } from 'ng-session-express';

interface Account {
  readonly user: SessionUser;
  readonly email: string;
  password: string;
}

/** Stands in for a database. A real one keeps hashes of passwords, and takes as long for nobody. */
export class Accounts {
  readonly #all = new Map<UserId, Account>();

  add(account: Account): void {
    this.#all.set(account.user.id, account);
  }

  find(id: UserId): SessionUser | null {
    return this.#all.get(id)?.user ?? null;
  }

  verify({ email, password }: EmailAndPassword): SessionUser | null {
    const found = [...this.#all.values()].find((one) => one.email === email);
    return found?.password === password ? found.user : null;
  }

  setPassword(id: UserId, password: string): void {
    const account = this.#all.get(id);
    if (account) account.password = password;
  }

  delete(id: UserId): void {
    this.#all.delete(id);
  }
}
