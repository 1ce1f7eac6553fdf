import type { Type } from '@angular/core';

import type { Layout } from '../bench-api';

export interface User {
  readonly id: number;
  readonly name: string;
  readonly roles: readonly string[];
}

/** One way to show content to those who have a role. */
export interface Contender {
  /** Components with the input `rows`, and one gate for each row. */
  readonly layouts: Readonly<Record<Layout, Type<unknown>>>;
  /** Whether the content of a gate is known only some microtasks after the user. */
  readonly answersLater: boolean;
  setUser(user: User): void;
  /**
   * How many of these roles the user has. Each contender has a loop of its own: one that they share
   * would be compiled for all of them, and for none of them well.
   */
  countHeld(roles: readonly string[]): number;
}
