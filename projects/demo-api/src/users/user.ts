import type { Role } from './role.ts';

/** What an answer may show of a user. */
export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}
