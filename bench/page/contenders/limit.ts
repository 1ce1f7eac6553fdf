import { Component, computed, input, signal } from '@angular/core';

import type { Contender, User } from './contender';

const user = signal<User>({ id: 0, name: '', roles: [] });
const roles = computed<ReadonlySet<string>>(() => new Set(user().roles));

@Component({
  selector: 'bench-limit-rows',
  template: `@for (row of rows(); track row) {
    <p>
      @if (roles().has('admin')) {
        <b>shown</b>
      }
    </p>
  }`,
})
class LimitRows {
  readonly rows = input.required<readonly number[]>();
  protected readonly roles = roles;
}

@Component({
  selector: 'bench-limit-siblings',
  template: `@for (row of rows(); track row) {
    @if (roles().has('admin')) {
      <b>shown</b>
    }
  }`,
})
class LimitSiblings {
  readonly rows = input.required<readonly number[]>();
  protected readonly roles = roles;
}

/** The gates that an app would write by hand: there is nothing left to take away from them. */
export const limit: Contender = {
  layouts: { rows: LimitRows, siblings: LimitSiblings },
  answersLater: false,
  setUser: (next) => user.set(next),
  countHeld: (asked) => {
    let count = 0;
    for (const role of asked) if (roles().has(role)) count++;
    return count;
  },
};
