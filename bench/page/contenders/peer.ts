import { Component, type Injector, input } from '@angular/core';
import { NgxPermissionsModule, NgxPermissionsService } from 'ngx-permissions';

import type { Contender } from './contender';

@Component({
  selector: 'bench-peer-rows',
  imports: [NgxPermissionsModule],
  template: `@for (row of rows(); track row) {
    <p><b *ngxPermissionsOnly="'admin'">shown</b></p>
  }`,
})
class PeerRows {
  readonly rows = input.required<readonly number[]>();
}

@Component({
  selector: 'bench-peer-siblings',
  imports: [NgxPermissionsModule],
  template: `@for (row of rows(); track row) {
    <b *ngxPermissionsOnly="'admin'">shown</b>
  }`,
})
class PeerSiblings {
  readonly rows = input.required<readonly number[]>();
}

/** The gates of ngx-permissions. */
export function peer(injector: Injector): Contender {
  const permissions = injector.get(NgxPermissionsService);
  return {
    layouts: { rows: PeerRows, siblings: PeerSiblings },
    answersLater: true,
    setUser: ({ roles }) => permissions.loadPermissions([...roles]),
    // `hasPermission` answers with a promise; this is the quickest of its answers that is none.
    countHeld: (asked) => {
      let count = 0;
      for (const role of asked) if (permissions.getPermission(role) as unknown) count++;
      return count;
    },
  };
}
