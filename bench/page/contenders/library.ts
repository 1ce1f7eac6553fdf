import { Component, type Injector, input } from '@angular/core';
import { HasRole, SessionService } from 'ng-session';

import type { Contender } from './contender';

@Component({
  selector: 'bench-library-rows',
  imports: [HasRole],
  template: `@for (row of rows(); track row) {
    <p><b *hasRole="'admin'">shown</b></p>
  }`,
})
class LibraryRows {
  readonly rows = input.required<readonly number[]>();
}

@Component({
  selector: 'bench-library-siblings',
  imports: [HasRole],
  template: `@for (row of rows(); track row) {
    <b *hasRole="'admin'">shown</b>
  }`,
})
class LibrarySiblings {
  readonly rows = input.required<readonly number[]>();
}

/** The gates of ng-session. */
export function library(injector: Injector): Contender {
  const session = injector.get(SessionService);
  return {
    layouts: { rows: LibraryRows, siblings: LibrarySiblings },
    answersLater: false,
    setUser: (user) => session.set('user', user),
    countHeld: (asked) => {
      let count = 0;
      for (const role of asked) if (session.hasRole(role)) count++;
      return count;
    },
  };
}
