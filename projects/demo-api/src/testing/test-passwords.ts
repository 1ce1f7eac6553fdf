import argon2 from 'argon2';

import type { Passwords } from '../users/passwords.ts';

/** Real hashes at the lowest cost, that remember what they were asked to verify. */
export class TestPasswords implements Passwords {
  readonly verified: string[] = [];

  hash(password: string): Promise<string> {
    return argon2.hash(password, { memoryCost: 1024, timeCost: 2, parallelism: 1 });
  }

  verify(hash: string, password: string): Promise<boolean> {
    this.verified.push(hash);
    return argon2.verify(hash, password);
  }
}
