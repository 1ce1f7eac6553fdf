import {
  Component,
  type EnvironmentProviders,
  importProvidersFrom,
  type Injector,
  input,
  type ModuleWithProviders,
  type Type,
} from '@angular/core';
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

/** What is used of it, so that this file can be checked where only the workspace is installed. */
interface Permissions {
  loadPermissions(permissions: string[]): void;
  getPermission(permission: string): unknown;
}

/** What the gates below need. */
export function providePeer(): EnvironmentProviders {
  const module = NgxPermissionsModule as { forRoot(): ModuleWithProviders<unknown> };
  return importProvidersFrom(module.forRoot());
}

/** The gates of ngx-permissions. */
export function peer(injector: Injector): Contender {
  const permissions = injector.get(NgxPermissionsService as Type<Permissions>);
  return {
    layouts: { rows: PeerRows, siblings: PeerSiblings },
    answersLater: true,
    setUser: ({ roles }) => permissions.loadPermissions([...roles]),
    // `hasPermission` answers with a promise; this is the quickest of its answers that is none.
    countHeld: (asked) => {
      let count = 0;
      for (const role of asked) if (permissions.getPermission(role)) count++;
      return count;
    },
  };
}
